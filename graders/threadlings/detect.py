"""What went wrong in a run: record in, finding out.

Nothing here makes a run or writes a sentence.  A `Problem` is what one run shows; a
`Finding` is a problem with its kind, once it is known whether other orders have it.
"""

from __future__ import annotations

import traceback
from collections.abc import Hashable
from dataclasses import dataclass, field

from threadlings.events import Ending, Event, NoStandin, Pair, Record, Waiting
from threadlings.load import LoadError, MissingName, RefusedImport
from threadlings.lookup import marked

MAIN = "main"
ENDS = ("await", "join")  # of another one: who waits so, holds nothing
LOST = ("blocked", "pending", "unawaited", "unretrieved")  # the worst one first
NAMED: dict[str, tuple[type[Exception], ...]] = {  # errors that say all by themselves
    "gave-up": (NoStandin,),
    "wrong-tool": (RefusedImport,),
    "crash": (LoadError, MissingName, NotImplementedError),
}


@dataclass(frozen=True)
class Problem:
    """What is wrong with one run.

    *kind* is final but for "wrong" and "raised": whether these are a race depends on
    the other orders.
    """

    kind: str
    error: BaseException | None = None

    @property
    def depends(self) -> bool:
        """Whether other orders have to be asked for its kind."""
        return self.kind in ("wrong", "raised")


@dataclass(frozen=True)
class Finding:
    """A problem with its kind and its cause."""

    kind: str
    cause: str  # a key of the catalogue
    words: dict[str, str] = field(default_factory=dict)
    proof: frozenset[int] = frozenset()  # indices of the events that show it
    more: tuple[Waiting, ...] = ()  # who waits for what, one sentence each
    parting: Pair | None = None  # where two runs of the same order differ first


def problem(record: Record, grader: str, joined: bool = False) -> Problem | None:
    """What is wrong with *record*, if anything; *grader* is the grader's file.

    With *joined* every thread has to be waited for.
    """
    error = record.errors.get(MAIN)
    if record.ending is Ending.ENDLESS:
        return Problem("endless")
    early = next((e for e in record.errors.values() if marked(e, "together")), None)
    main_waits = any(waiting.thread == MAIN for waiting in record.waiting)
    if early is not None and main_waits:
        error = early  # somebody else waits for the thread that this ended
    elif record.ending is Ending.STUCK and (main_waits or not record.left):
        return Problem("serial" if _alone(record) else "deadlock")
    for kind, errors in NAMED.items():
        if isinstance(error, errors):
            return Problem(kind, error)
    judged = isinstance(error, AssertionError) and _raised_in(error, grader)
    if error is not None and not judged:
        return Problem("raised", error)
    kind = _left_behind(record, joined)
    if kind:
        return Problem(kind, error)
    if record.spins:
        return Problem("endless")
    if error is None:
        return None
    return Problem(getattr(error, "kind", "wrong"), error)


def _left_behind(record: Record, joined: bool) -> str:
    """The kind of what a run has left behind, or nothing."""
    if any(loss.kind == "blocked" for loss in record.losses):
        return "serial"
    left = record.left or record.losses or (joined and record.unseen)
    return "leak" if left else ""


def _alone(record: Record) -> list[Waiting]:
    """Who waits for others where the grader has them meet."""
    return [one for one in record.waiting if one.thing.kind == "Rendezvous"]


def _loading(error: BaseException | None) -> bool:
    return bool(getattr(error, "loading", False))


def _raised_in(error: BaseException, file: str) -> bool:
    frames = traceback.extract_tb(error.__traceback__)
    return bool(frames) and frames[-1].filename == file


def finding(found: Problem, record: Record, always: bool) -> Finding:
    """The kind and cause of *found*, which *record* shows with all its events.

    *always* says that no order was seen without it.
    """
    if found.kind in ("deadlock", "serial") and record.ending is Ending.STUCK:
        return _stuck(record)
    if found.kind == "endless":
        return _endless(record)
    if found.kind in ("leak", "serial") and record.losses:
        return _lost(record)
    if found.kind == "leak":
        left = record.left or record.unseen
        names = ", ".join(left)
        one = "one" if len(left) == 1 else "many"
        return Finding("leak", f"leak_{one}", {"threads": names})
    if found.kind == "crash" or (found.kind == "raised" and always):
        return _crash(found.error)
    if isinstance(found.error, NoStandin):
        return Finding("gave-up", "no_standin", {"text": str(found.error)})
    if isinstance(found.error, RefusedImport):
        return Finding("wrong-tool", "refused", {"module": str(found.error.name)})
    if not found.depends:
        return Finding(found.kind, found.kind)
    if always:
        return Finding("wrong-result", "wrong-result")
    return _race(record)


def _lost(record: Record) -> Finding:
    """What a run has left behind in its loop, or how it has stopped it."""
    kind = min((loss.kind for loss in record.losses), key=LOST.index)
    losses = [loss for loss in record.losses if loss.kind == kind]
    names = ", ".join(dict.fromkeys(loss.name for loss in losses))
    words = {"threads": names, "line": str(losses[0].line), "text": losses[0].text}
    return Finding("serial" if kind == "blocked" else "leak", kind, words)


# ── crash ────────────────────────────────────────────────────────────────────
def _crash(error: BaseException | None) -> Finding:
    words = {"error": type(error).__name__, "text": str(error)}
    if isinstance(error, LoadError):
        return Finding("crash", "load", words)
    if isinstance(error, MissingName):
        return Finding("crash", "missing", words)
    if isinstance(error, NotImplementedError):
        return Finding("crash", "unwritten", words)
    if _loading(error):
        return Finding("crash", "import", words)
    return Finding("crash", "crash", words)


# ── nobody can go on ─────────────────────────────────────────────────────────
def _stuck(record: Record) -> Finding:
    alone = _alone(record)
    if alone:
        names = ", ".join(one.thread for one in alone)
        return Finding("serial", "alone", {"threads": names}, more=record.waiting)
    waits = {waiting.thread: waiting for waiting in record.waiting}
    circle = _cycle(waits)
    held = _held(record)
    if circle:
        proof = [held.get((name, str(waits[name].thing))) for name in circle]
        for name in circle:
            for holder in waits[name].held_by:
                proof.append(held.get((holder, str(waits[name].thing))))
        cause = "self" if len(circle) == 1 else "cycle"
        more = tuple(waits[name] for name in circle)
        return Finding(
            "deadlock",
            cause,
            _of(more[0]),
            frozenset(i for i in proof if i is not None),
            more,
        )
    ended = {n for w in waits.values() for n in w.held_by if n not in waits}
    roots = [w for w in record.waiting if not set(w.held_by) & waits.keys()]
    roots = [w for w in roots if w.kind != "join" or w.held_by == ()] or roots
    if not roots:
        roots = list(record.waiting)
    first = roots[0]
    cause = "kept" if set(first.held_by) & ended else f"stuck_{first.kind}"
    proof = [held.get((name, str(first.thing))) for name in first.held_by]
    return Finding(
        "deadlock",
        cause,
        _of(first),
        frozenset(i for i in proof if i is not None),
        tuple(record.waiting),
    )


def _of(waiting: Waiting) -> dict[str, str]:
    """The words of a sentence about who waits."""
    return {
        "thread": waiting.thread,
        "thing": str(waiting.thing),
        "holder": ", ".join(waiting.held_by),
        "line": str(waiting.line),
    }


def _cycle(waits: dict[str, Waiting]) -> list[str]:
    """Threads that wait for each other in a circle (of locks, or of joins)."""
    for start in waits:
        path = [start]
        while True:
            following = [n for n in waits[path[-1]].held_by if n in waits]
            if not following:
                break
            name = following[0]
            if name in path:
                circle = path[path.index(name) :]
                locks = any(waits[n].kind not in ENDS for n in circle)
                if locks:
                    return circle
                break
            path.append(name)
    return []


def _held(record: Record) -> dict[tuple[str, str], int]:
    """Where each thread last took each thing that it has not given back."""
    held: dict[tuple[str, str], int] = {}
    for index, event in enumerate(record.events):
        key = (event.thread, str(event.thing))
        if event.kind in ("acquire", "try", "wake"):
            held[key] = index
        elif event.kind in ("release", "wait"):
            held.pop(key, None)
    return held


# ── a loop that gets nowhere ─────────────────────────────────────────────────
def _endless(record: Record) -> Finding:
    if record.spins:
        spin = record.spins[-1]
        stuck = record.ending is Ending.ENDLESS
        cause = "loop" if spin.kind == "loop" else "spin_ever" if stuck else "spin"
        return Finding("endless", cause, {**_of(spin), "text": spin.text})
    last = record.events[-1] if record.events else None
    words = {"thread": last.thread if last else MAIN, "steps": str(record.steps)}
    return Finding("endless", "steps", words)


# ── right in some orders ─────────────────────────────────────────────────────
def _race(record: Record) -> Finding:
    """The pattern in the events that explains a wrong result best."""
    events = [(i, e) for i, e in enumerate(record.events) if e.step]
    for pattern in (_lost_update, _stale):
        found = pattern(events)
        if found is not None:
            return found
    forced = [(i, e) for i, e in events if e.forced]
    if forced:
        index, event = forced[0]
        before = [e for _, e in events if e.step < event.step]
        words = {"thread": event.thread, "other": before[-1].thread if before else MAIN}
        return Finding("race", "between", words, frozenset({index}))
    return Finding("race", "order")


def _lost_update(events: list[tuple[int, Event]]) -> Finding | None:
    """Read, somebody else's write, then a write from what was read."""
    reads: dict[tuple[str, str], int] = {}
    written: dict[str, list[tuple[int, str]]] = {}
    for index, event in events:
        key = (event.thread, event.subject)
        if event.kind == "read":
            reads[key] = index
        elif event.kind == "write":
            since = reads.get(key)
            if since is not None:
                for other, name in written.get(event.subject, []):
                    if other > since and name != event.thread:
                        words = _pair(event, name)
                        proof = frozenset({since, other, index})
                        return Finding("race", "lost_update", words, proof)
            written.setdefault(event.subject, []).append((index, event.thread))
    return None


def _stale(events: list[tuple[int, Event]]) -> Finding | None:
    """A look at data, somebody else's change of it, then a change all the same."""
    looks: dict[tuple[str, Hashable], int] = {}
    changes: dict[Hashable, list[tuple[int, Event]]] = {}
    for index, event in events:
        data = [(key, mode) for key, mode in event.touches if isinstance(key, tuple)]
        if any(mode != "r" for _, mode in data):
            for (thread, key), since in looks.items():
                later = [c for c in changes.get(key, []) if c[0] > since]
                others = [c for c in later if c[1].thread != event.thread]
                if thread == event.thread and others:
                    other, change = others[-1]
                    words = {**_pair(event, change.thread), "thing": change.subject}
                    proof = frozenset({since, other, index})
                    return Finding("race", "stale", words, proof)
        for key, mode in data:
            if mode != "r":
                changes.setdefault(key, []).append((index, event))
            else:
                looks[(event.thread, key)] = index
    return None


def _pair(event: Event, other: str) -> dict[str, str]:
    return {"thread": event.thread, "other": other, "thing": event.subject}
