"""Finding in, words out: seven parts, always in this order, at most 88 columns.

Promise, fact, kind and cause, how small, columns, think, again.  The sentences are
in `texts`; the table is made by `columns`.
"""

from __future__ import annotations

import re
import shlex
import sys
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from threadlings.columns import WIDTH, Names, cell, clean, draw
from threadlings.detect import LOST, Finding
from threadlings.events import Ending, Event, Pair, Record, Waiting, order_of
from threadlings.identity import steady
from threadlings.lookup import marked
from threadlings.picture import picture
from threadlings.search import LOCKSTEP, Coverage
from threadlings.texts import say
from threadlings.trial import Outcome
from threadlings.width import fill, size

OBVIOUS = frozenset(  # causes that are no mistake in the order of things
    ("load", "import", "missing", "unwritten", "refused", "no_standin", "unsteady")
)
GIL = getattr(sys, "_is_gil_enabled", lambda: True)()
CALLS = re.compile(r"\(|^(with|for|while|yield|await|import|from|@)\b")
NO_DATA = ("serial", "too-parallel", "wrong-tool", "leak")  # not about values


@dataclass(frozen=True)
class Words:
    """What a message says that is not in the finding."""

    test: str
    promise: str
    again: str  # the command that runs this exercise, without the test
    submission: str  # the file's name
    think: Mapping[str, str] = field(default_factory=dict)  # by kind, if it has any
    reason: Callable[[str], str] = str  # what an assert says, in the reader's language


def finding(outcome: Outcome, words: Words) -> dict[str, Any] | None:
    """The finding of *outcome* as plain data, or None."""
    if outcome.finding is None:
        return None
    return {
        "kind": outcome.finding.kind,
        "message": message(outcome, words),
        "order": order_of(outcome.record.departures),
    }


def coverage(covered: Coverage) -> dict[str, Any]:
    """What was covered, as plain data with its sentence."""
    key = covered.kind
    if covered.runs == 0:
        key = "none"
    elif key == "complete" and covered.traces == 1:
        key = "complete_one"
    elif key == "bounded" and covered.preemptions < 2:
        key = f"bounded_{covered.preemptions}"
    elif covered.delays:
        key = "delayed"
    elif covered.walks == covered.runs:
        key = "random"
    facts = vars(covered)
    others = covered.runs - covered.walks
    sentence = say("covered", key, **{**facts, "runs": others or covered.runs})
    if covered.walks and others and covered.kind != "complete":
        sentence = say("covered", "walks", tried=sentence, **facts)
    return {**facts, "sentence": sentence}


def message(outcome: Outcome, words: Words) -> str:
    """The seven parts."""
    found = outcome.finding
    assert found is not None
    parts = [_wrapped(text) for text in _head(outcome, found, words)]
    for waiting in found.more if len(found.more) > 1 else ():
        share = Names(outcome.record).full(f"  {_waits(waiting)}")
        parts.append(_wrapped(share, "    "))
    table = _table(outcome, found)
    if table:
        parts += ["", _wrapped(_how_small(outcome)), "", *table]
    tail = ["", _tail("think", _think(found, words), wrap=True)]
    if words.again:
        tail.append(_tail("again", _again(outcome, words, bool(table))))
    return "\n".join([*parts, *tail])


def drawn(outcome: Outcome, words: Words) -> str:
    """The same as a picture: a piece of HTML; nothing where there is none to draw."""
    found = outcome.finding
    assert found is not None
    if not _table(outcome, found):
        return ""
    head = _head(outcome, found, words)
    names = Names(outcome.record)
    if len(found.more) > 1:
        head += [names.full(f"{_waits(waiting)}.") for waiting in found.more]
    head.append(_how_small(outcome))
    again = _again(outcome, words, True) if words.again else ""
    return picture(outcome.record, found, head, _think(found, words), again)


def _head(outcome: Outcome, found: Finding, words: Words) -> list[str]:
    """What was promised, what came out, and why: a sentence each."""
    names = Names(outcome.record)
    parts = [
        words.promise,
        _fact(outcome, found, words),
        names.full(f"{found.kind}: {_cause(found)}."),
        *_died(outcome, words),
    ]
    if found.kind == "race" and GIL and _seldom(outcome.record):
        parts.append(say("facts", "gil"))
    for oddity in dict.fromkeys(outcome.record.oddities):
        parts.append(say("facts", oddity))
    if found.parting is not None:
        parts.append(names.full(differs(found.parting)))
    return [*map(steady, parts)]


def _wrapped(text: str, indent: str = "  ") -> str:
    return fill(text, WIDTH, indent)


def _tail(key: str, text: str, wrap: bool = False) -> str:
    """A line with its name in front; a command stays on one line."""
    head = f"{say('columns', key)}  "
    return _wrapped(head + text, " " * size(head)) if wrap else head + text


def _fact(outcome: Outcome, found: Finding, words: Words) -> str:
    """How it went instead."""
    record, error = outcome.record, outcome.error
    if found.cause == "no_standin":
        return say("facts", "no_standin", text=found.words["text"].rstrip("."))
    if found.cause == "unsteady":
        return say("facts", "unsteady")
    if found.kind == "deadlock" or found.cause == "alone":
        return say("facts", "stuck")
    if found.kind == "endless":
        return say("facts", "endless" if record.ending is Ending.ENDLESS else "spun")
    if found.cause == "load":
        return say("facts", "not_loaded", text=found.words["text"].rstrip("."))
    if found.cause in LOST or found.kind == "leak":
        return _left(record, found)
    error = error or next(iter(record.errors.values()), None)
    if found.cause == "missing":
        return say("facts", "did_not", fact=_first_line(error))
    if isinstance(error, AssertionError) and not _where(error, words.submission):
        return say("facts", "did_not", fact=words.reason(_first_line(error)))
    text = _first_line(error) if str(error) else ""
    return say(
        "facts",
        "raised",
        error=type(error).__name__,
        text=f": {text}" if text else "",
        where=_where(error, words.submission),
    )


def _left(record: Record, found: Finding) -> str:
    """What was left behind."""
    if found.cause in LOST:
        return say("facts", found.cause, **found.words)
    threads = ", ".join(record.left or record.unseen)
    return say("facts", "left" if record.left else "unseen", threads=threads)


def _died(outcome: Outcome, words: Words) -> list[str]:
    """The threads of the submission that an exception has ended."""
    lines = []
    for thread, error in outcome.record.errors.items():
        if thread == "main" or error is outcome.error or marked(error, "together"):
            continue
        text = _first_line(error) if str(error) else ""
        facts = {"error": type(error).__name__, "text": f": {text}" if text else ""}
        where = _where(error, words.submission)
        lines.append(say("facts", "died", thread=thread, where=where, **facts))
    return lines[:3]


def _seldom(record: Record) -> bool:
    """Whether a switch is forced where CPython with its lock makes none.

    Since 3.10 it looks whether to switch at calls and at the ends of loops only; so not
    between two steps on one line, or on a line and the next one, that have neither.
    """
    if record.processes:  # each has a lock of its own
        return False
    events = record.events
    for place, event in enumerate(events):
        if not event.forced:
            continue
        before = events[place - 1]
        after = (one for one in events[place:] if one.thread == before.thread)
        following = next(after, None)
        if following is not None and _is_no_place(before, following):
            return True
    return False


def _is_no_place(one: Event, other: Event) -> bool:
    """Whether there is no call and no end of a loop between two steps of a thread."""
    near = 0 <= other.line - one.line <= 1
    plain = all(
        step.kind in ("read", "write", "delete") and not CALLS.search(step.text)
        for step in (one, other)
    )
    return near and plain


def differs(parting: Pair) -> str:
    """Where two runs of one order differ first."""
    one, other = (_step(event) for event in parting)
    return say("facts", "parting", one=one, other=other)


def _step(event: Event | None) -> str:
    if event is None:
        return say("facts", "over")
    facts = {"thread": event.thread, "cell": cell(event), "line": event.line}
    return say("facts", "step" if event.line else "step_outside", **facts)


def _first_line(error: BaseException | None) -> str:
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return clean(lines[0].strip().rstrip("."))[:300]


def _where(error: BaseException | None, file: str) -> str:
    """The last line of the submission that an error came through."""
    frames = traceback.extract_tb(error.__traceback__) if error else []
    lines = [f.lineno for f in frames if Path(f.filename).name == file]
    return say("facts", "where", line=lines[-1]) if lines else ""


def _keys(found: Finding) -> tuple[str, ...]:
    """The keys of a cause, the most special one first."""
    kind = found.more[0].thing.kind.lower() if found.more else ""
    family = "queue" if "queue" in kind else kind
    family = "semaphore" if "semaphore" in kind else family
    general = "stuck" if found.cause.startswith("stuck") else found.kind
    return f"{found.cause}_{family}", found.cause, general


def _cause(found: Finding) -> str:
    return say("causes", *_keys(found), **found.words)


def _think(found: Finding, words: Words) -> str:
    """The question of the exercise itself, if it has one for this kind."""
    if found.kind in words.think and found.cause not in OBVIOUS:
        return words.think[found.kind]
    return say("think", *_keys(found), found.kind, "stuck")


def _waits(waiting: Waiting) -> str:
    """One thread's share of a deadlock."""
    facts = {"thread": waiting.thread, "thing": str(waiting.thing)}
    where = say("facts", "where", line=waiting.line) if waiting.line else ""
    if waiting.kind == "join" and not waiting.thing.number:  # a thread
        return say("facts", "waits_end", where=where, **facts)
    holders = ", ".join(waiting.held_by)
    if waiting.kind == "await" and waiting.held_by == (str(waiting.thing),):
        holders = ""  # a task that is awaited by itself
    key = "for" if waiting.kind == "await" else "held"
    held = say("facts", key, holders=holders) if holders else ""
    return say("facts", "waits", where=where, held=held, **facts)


def _table(outcome: Outcome, found: Finding) -> list[str]:
    if found.cause in OBVIOUS:
        return []
    return draw(outcome.record, found.proof, found.more, found.kind not in NO_DATA)


def _how_small(outcome: Outcome) -> str:
    record = outcome.record
    if record.departures == LOCKSTEP:
        return say("found", "lockstep")
    key = {0: "first", 1: "one"}.get(record.forced, "many")
    return say("found", key, order=outcome.runs_before, forced=record.forced)


def _again(outcome: Outcome, words: Words, ordered: bool) -> str:
    """The command that shows this and nothing else."""
    name = words.test.removeprefix("test_")
    order = order_of(outcome.record.departures)
    tail = f" --order {shlex.quote(order)}" if ordered else ""
    return f"{words.again} -k {name}{tail}"
