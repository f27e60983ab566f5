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

Report = dict[str, Any]

WIDTH = 88
FRAME = re.compile(r'^  File "(.*)", line (\d+) in (.*)$')
OUTSIDE = (signal.SIGTERM, *(s for s in signal.Signals if s.name == "SIGKILL"))
"""Signals that come from others as a rule: a machine without memory, a person."""

NO_VERDICT = "No verdict: threadlings gave up."
OURS = "threadlings itself failed \N{EM DASH} this is not your fault."
GRADERS = "This grader is broken: {error}."
NOT_AGAIN = "Not tried: the {deaths} promises before it ended like this."
FACTS = {
    "time": "Nothing came back for {seconds:g} s; then the process was killed.",
    "memory": "The memory that a submission may take has run out.",
    "killed": "The process was killed from outside ({how}); the machine may be short "
    "of memory.",
    "debugger": "The code stops in a debugger, and there is nobody to talk to it.",
    "garbage": "It did not: what came back from the process is no report.",
    "crash": "It did not: the process that ran it ended by itself, with {how}.",
}
CAUSES = {
    "time": "gave-up: the code runs or waits where the scheduler has no say{where}",
    "memory": "gave-up: something in it grows and grows{where}",
    "killed": "gave-up: it was on its way{where}",
    "debugger": "gave-up: it never got any further{where}",
    "garbage": "crash: the code wrote into a file that is the grader's own{where}",
    "crash": "crash: not only a thread but Python as a whole has ended{where}",
}
THINK = {
    "time": "Which call in there can take for ever, without any thread of yours?",
    "memory": "What is made in there, and when is it let go?",
    "killed": "Does it need much memory, or end processes?  If not, just run it again.",
    "debugger": "To look around, run it with --pdb, or take the debugger out.",
    "garbage": "What do you write, and into which file?",
    "crash": "Which line ends the program, and not only a function?",
}
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
        return "crash", f"exit code {code}"
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = f"{-code}"
    return "killed" if -code in OUTSIDE else "crash", f"signal {name}"


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
            return f"{file.name}, line {found[2]}, in {found[3]}{text}"
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
    parts = [NO_VERDICT] if kind == "gave-up" else []
    parts.append(promise or test)
    where = f", at {fate.where}" if fate.where else "."
    parts.append(FACTS[fate.key].format(**fate._asdict()))
    parts.append(CAUSES[fate.key].format(where=where))
    text = "\n".join(_fold(part) for part in parts)
    text += f"\n\nthink  {THINK[fate.key]}"
    if again:
        text += f"\nagain  {again} -k {test}"
    return made(test, promise, kind, text)


def ours(test: str, promise: str, details: str, opening: str = OURS) -> Report:
    """The report of a promise that could not be tried; the fault is not the code's."""
    parts = [NO_VERDICT, opening, promise or test]
    text = "\n".join(_fold(part) for part in parts)
    return made(test, promise, "gave-up", f"{text}\n\n{details.strip()}")


def not_again(test: str, promise: str, last: Report, deaths: int) -> Report:
    """The report of a promise that is not tried, for what the *last* ones met."""
    finding = last["finding"]
    text = f"{NOT_AGAIN.format(deaths=deaths)}\n\n{finding['message']}"
    if finding["kind"] == "gave-up":
        text = f"{NO_VERDICT}\n{text}"
    return made(test, promise, finding["kind"], text)


def made(test: str, promise: str, kind: str, message: str) -> Report:
    """A report that no run stands behind."""
    covered = {"kind": "sampled", "runs": 0, "traces": 0, "preemptions": 0}
    return {
        "test": test,
        "promise": promise,
        "finding": {"kind": kind, "message": message, "order": ""},
        "coverage": {**covered, "sentence": "no order was tried to its end"},
        "output": "",
        "seconds": 0.0,
    }


def _fold(text: str) -> str:
    return "\n".join(_folded(text))


def _folded(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield from textwrap.wrap(line, WIDTH) or [""]
