"""The pytest plugin: `pytest exercises/03` grades what is in that folder.

Nothing happens unless an exercise's folder is collected: then its stub becomes a node
that holds the promises of its grader (`promise`).  The stub is never imported here.
"""

from __future__ import annotations

import argparse
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

PRINTED = "what it printed (this order only)"
SUBMISSION_HELP = "grade PATH, a file or a folder of exercises, instead of the stub"
ORDER_HELP = (
    "run this order only, in pytest's own process: --pdb and breakpoint() work there"
)
LANG_HELP = (
    "the language of messages: en or ko (default: $THREADLINGS_LANG, the locale)"
)
PATIENCE_HELP = "give up on code that does not answer for so many seconds (default: 20)"


# ── options ──────────────────────────────────────────────────────────────────
def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options; each of them is about exercises only."""
    group = parser.getgroup("threadlings", "exercises in concurrent Python")
    add = group.addoption
    add("--submission", metavar="PATH", dest="submission", help=SUBMISSION_HELP)
    add("--order", metavar="STEP:THREAD,…", dest="order", help=ORDER_HELP)
    add("--lang", metavar="LANG", choices=("en", "ko"), help=LANG_HELP)
    add("--patience", metavar="SECONDS", type=seconds, help=PATIENCE_HELP)


def seconds(text: str) -> float:
    """Read a time that is more than nothing."""
    value = float(text)
    if not value > 0:
        raise argparse.ArgumentTypeError(f"{text!r}: write a number above 0")
    return value


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Refuse options that can't be meant; let `exercises/3` be `exercises/03`."""
    here = config.invocation_params.dir
    submission, order = config.getoption("submission"), config.getoption("order")
    if submission is not None and not (here / submission).exists():
        raise pytest.UsageError(
            f"--submission {submission}: there is no such file or folder"
        )
    if order is not None:
        from threadlings.events import read_order

        try:
            read_order(order)
        except ValueError as error:
            raise pytest.UsageError(f"--order {error}") from None
    config.args[:] = [full(argument, here) for argument in config.args]


def full(argument: str, here: Path) -> str:
    """*argument* with two digits for an exercise that was called by one."""
    path, colons, test = argument.partition("::")
    parts = Path(path).parts
    for place, part in enumerate(parts):
        longer = Path(*parts[:place], part.zfill(2))
        if part.isdigit() and not (here / path).exists() and is_exercise(here / longer):
            return f"{Path(longer, *parts[place + 1 :])}{colons}{test}"
    return argument


def pytest_report_header(config: pytest.Config) -> list[str]:
    """Say what is graded when it is not the stub, or not every order."""
    says = {"submission": "instead of the stub", "order": "no other order"}
    given = {name: config.getoption(name) for name in says}
    return [
        f"threadlings: --{name} {given[name]}, {text}"
        for name, text in says.items()
        if given[name] is not None
    ]


# ── collecting ───────────────────────────────────────────────────────────────
def is_exercise(path: Path) -> bool:
    """Whether *path* is the folder of an exercise that has a grader."""
    if path.parent.name != "exercises" or not path.name.isdigit():
        return False
    from threadlings import kit

    return kit.of_folder(path) is not None


@pytest.hookimpl(tryfirst=True)
def pytest_collect_directory(
    path: Path, parent: pytest.Collector
) -> pytest.Collector | None:
    """Take over the folders of exercises."""
    if not is_exercise(path):
        return None
    from threadlings.promise import Folder

    return Folder.from_parent(parent, path=path)


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Leave graders alone: their tests are collected where the stubs are."""
    path = collection_path
    if path.parent.name != "graders":
        return None
    return is_exercise(path.parents[1] / "exercises" / path.name) or None


# ── reporting ────────────────────────────────────────────────────────────────
def properties(report: Any) -> dict[str, Any]:
    """What a promise has told about itself, or nothing."""
    told = dict(getattr(report, "user_properties", ()))
    return told if "exercise" in told and report.when == "call" else {}


def too_new(report: Any) -> str:
    """Why a promise was not tried on this Python."""
    return str(dict(getattr(report, "user_properties", ())).get("too_new", ""))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Show what the run has printed that the message tells of."""
    report = yield
    printed = getattr(item, "printed", "")
    if printed and report.failed and properties(report):
        report.sections.append((PRINTED, printed))
    return report


def pytest_report_teststatus(
    report: pytest.TestReport | pytest.CollectReport,
) -> tuple[str, str, str] | None:
    """Count what is no verdict as an error, not as a failure."""
    kind = properties(report).get("kind")
    if not report.failed or kind is None:
        return None
    from threadlings.tried import NO_MARK

    if kind in NO_MARK:
        return "error", "E", "NO VERDICT"
    return None


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say what was covered, one line for each exercise."""
    found: dict[str, list[dict[str, Any]]] = {}
    for reports in terminalreporter.stats.values():
        for told in filter(None, map(properties, reports)):
            found.setdefault(told["exercise"], []).append(told)
    skipped = dict.fromkeys(map(too_new, terminalreporter.stats.get("skipped", ())))
    skipped.pop("", None)
    if not (found or skipped) or config.getoption("order") is not None:
        return
    from threadlings import tried
    from threadlings.texts import say, speak

    speak(config.getoption("lang"))  # where xdist's workers collect, nobody has yet
    if terminalreporter.verbosity >= 0:
        terminalreporter.write_sep("=", say("tried", "title"))
    for exercise in sorted(found):
        terminalreporter.write_line(f"{exercise}: {tried.line(found[exercise])}")
    for words in skipped:
        terminalreporter.write_line(words)
