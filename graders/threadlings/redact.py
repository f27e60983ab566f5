"""A grader's text without its hidden promises, and without what only they use."""

from __future__ import annotations

import ast
import itertools
import json
import symtable
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from threadlings import kit
from threadlings.kit import Exercise, KitError

WIDTH = 88
IMPORTS = (ast.Import, ast.ImportFrom)
Change = tuple[int, int, str]  # the lines from here to there, and what they become
BLAMED = ("late", "too-parallel")  # kinds that are found only where a grader says so


@dataclass(frozen=True)
class Part:
    """A statement of a module: the names that it makes, and those that it uses."""

    node: ast.stmt
    made: frozenset[str]
    used: frozenset[str]


def parts(tree: ast.Module) -> list[Part]:
    """The statements of *tree*, each looked at as a module of its own."""
    found = []
    for node in tree.body:
        table = symtable.symtable(ast.unparse(node), "part", "exec")
        made = {
            one.get_name()
            for one in table.get_symbols()
            if one.is_assigned() or one.is_imported() or one.is_namespace()
        }
        found.append(Part(node, frozenset(made), frozenset(_asked(table))))
    return found


def _asked(table: symtable.SymbolTable) -> set[str]:
    """The names that are looked up in the module, from wherever inside of *table*."""
    here = table.get_type() == "module"
    asked = {
        one.get_name()
        for one in table.get_symbols()
        if one.is_referenced() and (here or one.is_global())
    }
    return asked.union(*map(_asked, table.get_children()))


def only_for(names: Collection[str], every: Sequence[Part]) -> list[Part]:
    """The parts called *names*, and those that nothing but these needs.

    What nobody at all uses is not theirs: it stays.  Imports are not looked at: they
    may make names for others, too.
    """
    theirs = _reached([one for one in every if one.made & set(names)], every)
    others = _reached([one for one in every if one not in theirs], every)
    gone = [one for one in theirs if one not in others]
    return [one for one in gone if not isinstance(one.node, IMPORTS)]


def _reached(begin: Iterable[Part], every: Sequence[Part]) -> list[Part]:
    """*begin*, and all that these parts use, and so on."""
    open_, found = list(begin), []
    while open_:
        one = open_.pop()
        if one not in found:
            found.append(one)
            open_ += [other for other in every if one.used & other.made]
    return found


# ── text ─────────────────────────────────────────────────────────────────────
def without(text: str, names: Collection[str]) -> str:
    """The module *text* without its functions called *names*.

    What only they use is gone, too: helpers, constants, imported names, and comments
    right above.  All else stays as it is written.  Raises KitError where a statement
    shares its line with one that has to go.
    """
    every = parts(ast.parse(text))
    gone = only_for(names, every)
    needed: set[str] = set().union(*(one.used for one in every if one not in gone))
    theirs = set[str]().union(*(one.used for one in gone)) - needed
    lines = text.splitlines(keepends=True)
    changes: list[Change] = []
    for one in every:
        if isinstance(one.node, IMPORTS) and one.made & theirs:
            changes.append((*_place(one.node), _import(one.node, theirs)))
        elif one in gone:
            changes.append((*_place(one.node), ""))
    if changes:
        _alone([one.node for one in every])
    return _changed(lines, changes)


def _alone(nodes: Iterable[ast.stmt]) -> None:
    """Make sure that each statement has its lines for itself."""
    for one, other in itertools.pairwise(nodes):
        if one.end_lineno == other.lineno:
            raise KitError(f"line {other.lineno} has two statements, and one has to go")


def _place(node: ast.stmt) -> tuple[int, int]:
    """The lines of *node*, with its decorators."""
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    first = min([node.lineno, *(one.lineno for one in decorators)])
    return first - 1, node.end_lineno or 0


def _import(node: ast.Import | ast.ImportFrom, theirs: Collection[str]) -> str:
    """An import without the names that are *theirs*; empty: nothing is left of it."""
    left = [one for one in node.names if _bound(one) not in theirs]
    if not left:
        return ""
    node.names = left
    line = ast.unparse(node)
    if len(line) > WIDTH:
        head, _, names = line.partition(" import ")
        listed = "".join(f"    {name},\n" for name in names.split(", "))
        line = f"{head} import (\n{listed})"
    return f"{line}\n"


def _bound(one: ast.alias) -> str:
    """The name that an import makes."""
    return one.asname or one.name.partition(".")[0]


def _changed(lines: Sequence[str], changes: Iterable[Change]) -> str:
    """*lines* with new text in some places; where there is none, the gap is closed."""
    made: list[str] = []
    at = 0
    for begin, end, new in changes:
        made += lines[at:begin]
        at = end
        if new:
            made.append(new)
            continue
        while made and made[-1].startswith("#"):  # what is said of it, right above
            made.pop()
        before = after = 0
        while made and not made[-1].strip():
            made.pop()
            before += 1
        while at < len(lines) and not lines[at].strip():
            at += 1
            after += 1
        made += ["\n"] * (max(before, after) if made else 0)
    return "".join([*made, *lines[at:]]).rstrip() + "\n"


# ── an exercise ──────────────────────────────────────────────────────────────
def files(one: Exercise) -> dict[str, str]:
    """What students get of the grader of *one*: a text for each file that it has."""
    text = one.grader.read_text("utf-8")
    shown = without(text, hidden(one))
    made = {one.grader.name: shown}
    said = set(kit.reasons(ast.parse(text))) - set(kit.reasons(ast.parse(shown)))
    blamed = _blamed(text) - _blamed(shown)
    for name, gone in (("reasons.json", said), ("think.json", blamed & set(BLAMED))):
        file = one.grader.with_name(name)
        if file.is_file():
            made[name] = _left(file.read_text("utf-8"), gone)
    return made


def hidden(one: Exercise) -> list[str]:
    """The names of its tests that students shall not see."""
    return [promise.test for promise in one.terms if promise.hidden]


def secrets(one: Exercise) -> list[str]:
    """What would give its hidden promises away: names, sentences and reasons."""
    text = one.grader.read_text("utf-8")
    shown = kit.reasons(ast.parse(without(text, hidden(one))))
    words = [word for p in one.terms if p.hidden for word in (p.test, p.sentence)]
    return words + [said for said in one.reasons if said not in shown]


def _blamed(text: str) -> set[str]:
    """The kinds that a grader itself finds, with `blame("late")`."""
    return {
        str(node.args[0].value)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) == "blame"
        and isinstance(node.args[0], ast.Constant)
    }


def _left(text: str, gone: Collection[str]) -> str:
    """A catalogue without the entries called *gone*; as it was, where it has none."""
    known: dict[str, dict[str, str]] = json.loads(text)
    if not any(key in said for said in known.values() for key in gone):
        return text
    left = {
        language: {key: words for key, words in said.items() if key not in gone}
        for language, said in known.items()
    }
    return json.dumps(left, indent=2, ensure_ascii=False) + "\n"
