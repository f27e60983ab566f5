"""What becomes of a promise whose process did not answer: words and a report.

Nothing here says "deadlock": a clock, a signal or an exit code is all that was seen.
"""

from __future__ import annotations

import re
import signal
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from threadlings.texts import say
from threadlings.width import drawn, wrap

Report = dict[str, Any]

WIDTH = 88
FRAME = re.compile(r'^  File "(.*)", line (\d+) in (.*)$')
OUTSIDE = (signal.SIGTERM, *(s for s in signal.Signals if s.name == "SIGKILL"))
"""Signals that come from others as a rule: a machine without memory, a person."""

GAVE_UP = ("time", "memory", "killed", "debugger")


class Fate(NamedTuple):
    """How a process ended: one of the keys of `FACTS`, and what there is to say."""

    key: str
    seconds: float = 0
    how: str = ""
    where: str = ""


def of_code(code: int) -> tuple[str, str]:
    """The key, and in words how a process ended with this exit *code*."""
    if code >= 0:
        return "crash", say("fate", "exit", code=code)
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = f"{-code}"
    return "killed" if -code in OUTSIDE else "crash", say("fate", "signal", name=name)


def place(dump: str, submission: Path) -> str:
    """Where the submission was, from faulthandler's *dump* of the stacks, in words."""
    blocks = re.split(r"\n(?=\S)", dump)
    blocks.sort(key=lambda block: not block.startswith("Current thread"))
    files = {_written(path): path for path in submission.parent.glob("*.py")}
    for line in "\n".join(blocks).splitlines():
        found = FRAME.match(line)
        if found and found[1] in files:
            file = files[found[1]]
            text = _line(file, int(found[2]))
            facts = {"file": file.name, "line": found[2], "function": found[3]}
            return say("fate", "where", **facts) + text
    return ""


def _written(path: Path) -> str:
    """A path as faulthandler writes it."""
    return f"{path}".encode("ascii", "backslashreplace").decode()


def _line(file: Path, number: int) -> str:
    try:
        lines = file.read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    text = lines[number - 1].strip() if 0 < number <= len(lines) else ""
    return f": {textwrap.shorten(text, 60, placeholder=' …')}" if text else ""


def report(test: str, promise: str, fate: Fate, again: str) -> Report:
    """The report of a promise that met *fate*."""
    kind = "gave-up" if fate.key in GAVE_UP else "crash"
    parts = [say("fate", "no_verdict")] if kind == "gave-up" else []
    parts.append(promise or test)
    where = say("fate", "at", where=fate.where) if fate.where else "."
    facts = {"seconds": fate.seconds, "how": fate.how}
    parts.append(say("fate", fate.key, **facts))
    parts.append(say("fate_causes", fate.key, where=where))
    text = "\n".join(_fold(part) for part in parts)
    text += f"\n\n{say('columns', 'think')}  {say('fate_think', fate.key)}"
    if again:
        text += f"\n{say('columns', 'again')}  {again} -k {test}"
    return made(test, promise, kind, text)


def ours(test: str, promise: str, details: str, opening: str = "") -> Report:
    """The report of a promise that could not be tried; the fault is not the code's."""
    return unsettled(test, promise, details, opening or say("fate", "ours"), ours=True)


def unsettled(
    test: str, promise: str, details: str, opening: str, *, ours: bool
) -> Report:
    """The report of a promise of which nobody can say whether it is kept.

    *ours* is what the kit has done wrong.
    """
    parts = [say("fate", "no_verdict"), opening, promise or test]
    text = "\n".join(_fold(part) for part in parts)
    return made(test, promise, "gave-up", f"{text}\n\n{details.strip()}", ours=ours)


def not_again(test: str, promise: str, last: Report, deaths: int) -> Report:
    """The report of a promise that is not tried, for what the *last* ones met."""
    finding = last["finding"]
    text = f"{say('fate', 'not_again', deaths=deaths)}\n\n{finding['message']}"
    if finding["kind"] == "gave-up":
        text = f"{say('fate', 'no_verdict')}\n{text}"
    return made(test, promise, finding["kind"], text, ours="ours" in finding)


def made(
    test: str, promise: str, kind: str, message: str, *, ours: bool = False
) -> Report:
    """A report that no run stands behind; *ours* is what the kit has done wrong."""
    covered = {"kind": "sampled", "runs": 0, "traces": 0, "preemptions": 0}
    return {
        "test": test,
        "promise": promise,
        "finding": {
            **{"kind": kind, "message": message, "order": ""},
            **({"ours": True} if ours else {}),
        },
        "coverage": {**covered, "sentence": say("fate", "untried")},
        "output": "",
        "seconds": 0.0,
    }


def _fold(text: str) -> str:
    return drawn("\n".join(_folded(text)))


def _folded(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield from wrap(line, WIDTH) or [""]
