"""How the package hangs together: its arrows point one way, its parts stay small."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "graders" / "threadlings"
MODULES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
CORE = 250  # lines of code in the core
MODULE = 400  # lines in any module
FUNCTION = 50  # lines in any function
LONGER: dict[str, int] = {}
PRIMITIVES = {"barrier", "condition", "lock", "mutex", "queue", "semaphore"}
ENGINE = ("carrier", "core", "fiber", "sharing", "trace", "turns")

# A module imports only what stands above it, and of that no more than is said here.
MAY_IMPORT: dict[str, str] = {
    # what happened, and what objects are
    "events": "",
    "lookup": "",
    "garbage": "",
    # the engine
    "carrier": "",
    "fiber": "events",
    "trace": "events",
    "sharing": "events fiber",
    "turns": "events fiber trace",
    "races": "events fiber",
    "dpor": "events fiber races",
    "core": "carrier events fiber sharing turns",
    "identity": "core events lookup",
    "walks": "events fiber races",
    "search": "dpor events fiber sharing walks",
    "shorten": "events fiber races search",
    # what a submission calls instead
    "scopes": "",
    "expressions": "scopes",
    "rewrite": "expressions scopes",
    "steps": "core events fiber identity lookup",
    "hooks": "core events fiber identity lookup steps",
    "calls": "core events fiber hooks identity lookup steps",
    # the standard library's stand-ins
    "sync.base": "core events fiber identity",
    "sync.barrier": "fiber sync.base",
    "sync.clock": "events fiber identity sync.base",
    "sync.lock": "fiber identity sync.base",
    "sync.condition": "core fiber identity sync.base sync.lock",
    "sync.queue": "core fiber identity sync.base sync.lock",
    "sync.signal": "sync.base sync.condition",
    "sync.thread": "calls core events fiber identity sync.base sync.signal",
    "sync.local": "fiber identity",
    "sync.future": "calls events fiber identity sync.base",
    "sync.pool": (
        "calls events fiber identity sync.base sync.clock sync.future sync.queue "
        "sync.thread"
    ),
    "sync.wire": "identity",
    "sync.pipe": "events identity sync.base sync.wire",
    "sync.home": "core events fiber identity sync.base sync.pipe sync.thread",
    "sync.process": (
        "calls events fiber identity sync.base sync.clock sync.home sync.pipe "
        "sync.thread sync.wire"
    ),
    "sync.context": "identity",
    "sync.channel": "fiber identity sync.base sync.home sync.pipe sync.wire",
    "sync.shared": (
        "identity sync.barrier sync.base sync.condition sync.lock sync.signal sync.wire"
    ),
    "sync.manager": (
        "identity sync.barrier sync.base sync.condition sync.lock sync.queue "
        "sync.process sync.signal sync.wire"
    ),
    "sync.crew": (
        "calls core identity sync.base sync.future sync.home sync.pool "
        "sync.process sync.queue sync.thread sync.wire"
    ),
    "sync.executor": "sync.clock sync.crew sync.future sync.pool sync.process",
    "sync.batch": "identity sync.base sync.clock sync.crew sync.future",
    "sync.tasks": "core events fiber identity sync.base sync.thread",
    "sync.loop": "events fiber identity sync.base sync.tasks sync.thread",
    "sync.__init__": (
        "sync.barrier sync.base sync.batch sync.channel sync.clock sync.condition "
        "sync.context sync.executor sync.future sync.local sync.lock sync.manager "
        "sync.pipe sync.pool sync.process sync.queue sync.shared sync.signal "
        "sync.thread sync.wire"
    ),
    "sync.library": "core garbage sync.loop",
    # a grader's words, and what they find
    "grading": "core events fiber identity search sync.barrier sync.clock sync.thread",
    "__init__": "grading sync.thread",
    "load": "calls core garbage hooks rewrite sync.library",
    "detect": "events load lookup",
    "trial": (
        "core detect dpor events fiber garbage grading load search sharing shorten "
        "walks"
    ),
    # words and pictures
    "texts.en": "",
    "texts.ko": "",
    "texts.__init__": "texts.en texts.ko",
    "width": "",
    "columns": "events texts.__init__ width",
    "picture": "columns detect events texts.__init__",
    "explain": (
        "columns detect events identity lookup picture search texts.__init__ trial "
        "width"
    ),
    # the kit and its people
    "fate": "texts.__init__ width",
    "kit": "garbage texts.__init__",
    "lesson": "kit texts.__init__",
    "screen": "texts.__init__ width",
    "marks": "kit screen",
    "version": "kit",
    "redact": "kit",
    "leaks": "kit redact",
    "forms": "kit",
    "tidy": "grading kit lesson texts.__init__",
    "intake": "kit marks screen",
    "journal": "marks screen",
    # what other systems read
    "roster": "screen texts.__init__",
    "books.book": "roster marks",
    "books.shown": "marks screen texts.__init__",
    "books.table": "books.book roster marks",
    "books.canvas": "books.book marks",
    "books.moodle": "books.book books.shown marks roster texts.__init__",
    "books.rows": "books.book",
    "books.junit": "books.book books.shown marks screen",
    "books.gradescope": "books.book books.shown marks texts.__init__",
    "books.classroom": "books.book books.shown marks screen",
    "books.__init__": (
        "books.book books.canvas books.classroom books.gradescope books.junit "
        "books.moodle books.rows books.table"
    ),
    "books.wheel": "kit",
    "books.autograder": "books.gradescope books.wheel kit screen texts.__init__",
    # processes
    "child": "texts.__init__",
    "supervise": "child fate",
    "life": "",
    "observe": "",
    "witness": "calls identity",
    "host": "life",
    "confirm": "child fate kit sync.clock texts.__init__",
    "worker": (
        "confirm events explain fate fiber garbage kit lesson load observe "
        "texts.__init__ trial witness"
    ),
    "promise": "child events fiber kit supervise texts.__init__ trial worker",
    "tried": "texts.__init__",
    "plugin": "events kit promise texts.__init__ tried",
    # the box for strangers' code
    "landlock": "",
    "seccomp": "",
    "cage": "landlock seccomp",
    "probe": "",
    "visible": "kit",
    "attend": "",
    "ways": "attend cage texts.__init__",
    "box": "child intake kit ways",
    "warm": "cage probe texts.__init__ worker",
    "contain": "box cage child visible ways",
    "fence": "child contain screen supervise",
    # the command
    "judge": "fate texts.__init__",
    "late": "marks screen",
    "cache": "marks screen",
    "grade": "child intake judge kit marks screen supervise",
    "case": "child grade intake kit marks supervise",
    "report.__init__": "",
    "report.folders": "",
    "report.answer": "kit lesson marks texts.__init__",
    "report.replay": (
        "case fence grade intake judge marks report.answer supervise texts.__init__"
    ),
    "report.sheet": (
        "grade lesson marks report.answer report.replay screen texts.__init__ width"
    ),
    "report.summary": "events grade kit lesson marks",
    "report.pages": "picture screen texts.__init__",
    "report.overview": "kit marks report.pages report.summary screen texts.__init__",
    "report.publish": (
        "grade journal kit marks report.answer report.folders report.overview "
        "report.pages report.replay report.sheet roster screen texts.__init__"
    ),
    "show": "grade kit lesson marks picture screen supervise texts.__init__ width",
    "cell": "kit show texts.__init__",
    "notebook": "cell kit lesson screen texts.__init__ width",
    "autograde": (
        "cell fence grade intake kit lesson marks notebook screen supervise "
        "texts.__init__"
    ),
    "coverage": "screen",
    "mutants": "garbage",
    "check": ("coverage grade grading judge kit marks screen supervise tidy version"),
    "mutation": "check kit marks mutants screen",
    "survey": "events fiber grading identity load screen search sharing trial",
    "explore": (
        "columns core detect events explain fiber grading screen search sharing "
        "survey trial"
    ),
    "compare": "screen",
    "init": "forms kit screen texts.__init__",
    "release": "forms kit leaks redact screen",
    "scaffold": "forms kit screen",
    "ask": "kit screen supervise texts.__init__",
    "export": (
        "ask books.autograder books.book roster intake journal kit lesson marks screen"
    ),
    "workshop": "ask compare init release scaffold",
    "cluster": ("case fence grade intake kit marks screen texts.__init__ version"),
    "live": "grade marks screen",
    "bulk": (
        "cache case grade intake journal kit late live marks screen texts.__init__ "
        "version"
    ),
    "diff": "journal marks screen",
    "desk": (
        "ask bulk cache case cluster diff export fence intake journal kit late "
        "notebook report.publish screen"
    ),
    "cli": (
        "ask check core desk explore grading intake kit lesson mutation screen show "
        "texts.__init__ workshop"
    ),
    "__main__": "cli",
}


def imports(path: Path) -> set[str]:
    """The modules of the package that *path* imports, wherever in its text."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            module = str(node.module)
            found.add(module)
            found |= {f"{module}.{alias.name}" for alias in node.names}
    names = {name.removeprefix("threadlings.") for name in found}
    names = {
        f"{name}.__init__" if f"{name}.__init__" in MODULES else name for name in names
    }
    parts = {name for name in names if name in MODULES}
    for whole in ("books", "report", "sync", "texts"):
        if any(re.match(rf"{whole}\.(?!__init__)", name) for name in parts):
            parts.discard(f"{whole}.__init__")  # to import a part names the whole
    return parts


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """All functions of *path*."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, FUNCTIONS):
            yield node


def code(path: Path) -> list[str]:
    """The lines of *path* that are neither blank, nor comment, nor docstring."""
    text = path.read_text("utf-8")
    words: set[int] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.Module, ast.ClassDef, *FUNCTIONS)) and (
            ast.get_docstring(node) is not None
        ):
            first = node.body[0]
            words.update(range(first.lineno, (first.end_lineno or 0) + 1))
    return [
        line
        for number, line in enumerate(text.splitlines(), 1)
        if number not in words and line.strip() and not line.strip().startswith("#")
    ]


def test_the_table_knows_every_module() -> None:
    """A new module has to be given its place."""
    assert set(MAY_IMPORT) == set(MODULES)


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_what_the_table_says(module: str) -> None:
    """No arrow is new, and none that is gone is still allowed."""
    assert imports(MODULES[module]) == set(MAY_IMPORT.get(module, "").split())


def test_no_arrow_points_upwards() -> None:
    """A module imports only from those that stand before it, so there is no circle."""
    order = list(MAY_IMPORT)

    for module, names in MAY_IMPORT.items():
        for name in names.split():
            assert order.index(name) < order.index(module), f"{module} imports {name}"


@pytest.mark.parametrize("module", MODULES)
def test_a_module_says_what_it_is_and_stays_small(module: str) -> None:
    """A docstring, at most 400 lines, and no function of more than 50."""
    path = MODULES[module]
    long = [
        f"{node.name}: {(node.end_lineno or 0) - node.lineno + 1} lines"
        for node in functions(path)
        if (node.end_lineno or 0) - node.lineno >= FUNCTION
    ]

    assert ast.get_docstring(ast.parse(path.read_bytes()))
    assert len(path.read_text("utf-8").splitlines()) <= MODULE
    assert long == []


def test_the_core_stays_small() -> None:
    """The one loop and the one verb fit in 250 lines of code."""
    assert len(code(MODULES["core"])) <= CORE


@pytest.mark.parametrize("module", ENGINE)
def test_the_core_names_no_primitive(module: str) -> None:
    """Whoever runs threads knows nothing of what they wait for."""
    lines = [line.split("  # ")[0] for line in code(MODULES[module])]
    words = {word.lower() for word in re.findall("[A-Za-z]+", " ".join(lines))}

    assert words & PRIMITIVES == set()
