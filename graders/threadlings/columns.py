"""A run as a table: a column for each thread, a row for each step."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable

from threadlings.events import Event, Record, Waiting
from threadlings.texts import say
from threadlings.width import drawn, size, spread, wrap

WIDTH = 88
GUTTER = 7  # mark, number, two blanks
ROWS = 36  # more rows than this are folded
NARROW = 15  # a column below this is no column
PRIVATE = re.compile(r"\b_[A-Za-z]\w*?(__\w+)")  # what the compiler makes of self.__x
NUMBERED = re.compile(r"\b([a-z_]\w*)#(\d+)\b")
OWNED = re.compile(r"\b([a-z_]\w*)#\d+\.(?=\w)")
ALWAYS = ("sleep", "acquire", "release", "try")  # also of a lock of one's own
MAIN = "main"
QUIET = ("begin", "end", "poll", "select")
ASKED = ("add_done_callback", "cancelled", "done", "exception", "is_alive", "result")
GIVES = ("read", "get", "look in", "pop", "popleft")
TAKES = ("write", "put", "append", "appendleft", "add")


def clean(text: str) -> str:
    """*text* with private names as the source has them."""
    return PRIVATE.sub(r"\1", text)


class Names:
    """The names of the things in a run, as short as they can be."""

    def __init__(self, record: Record) -> None:
        labels = {str(event.thing) for event in record.events}
        labels |= {event.value for event in record.events}
        labels |= {str(waiting.thing) for waiting in record.waiting}
        kinds: defaultdict[str, set[str]] = defaultdict(set)
        for label in labels:
            for kind, number in NUMBERED.findall(label):
                kinds[kind].add(number)
        self._only = {kind for kind, numbers in kinds.items() if len(numbers) == 1}

    def full(self, text: str) -> str:
        """*text* without the number of a thing that is the only one of its kind."""
        return clean(NUMBERED.sub(lambda m: m[1] if m[1] in self._only else m[0], text))

    def short(self, text: str) -> str:
        """The same, and its parts without their owner: `_items`."""
        text = OWNED.sub(lambda m: "" if m[1] in self._only else m[0], text)
        return self.full(text)


def cell(event: Event) -> str:
    """What a thread does in one step, in a few words."""
    subject, value = event.subject, event.value
    if event.kind == "call":
        return f"call {subject}({value})"
    if event.kind == "sleep":
        return f"sleep {value}"
    if event.kind == "return":
        return f"{subject} returns"
    if event.kind == "due":
        return "timer is due"
    if not value:
        return f"{event.kind} {subject}"
    if event.kind in TAKES:
        return f"{event.kind} {subject} = {value}"
    if event.kind in GIVES:
        return f"{event.kind} {subject} -> {value}"
    return f"{event.kind} {subject}  ({value})"


def shared(events: list[Event]) -> set[Hashable]:
    """The keys that more than one thread touches, one of them to change it."""
    touched: defaultdict[Hashable, set[str]] = defaultdict(set)
    changed: set[Hashable] = set()
    for event in events:
        for key, mode in event.touches:
            if event.step:
                touched[key].add(event.thread)
            if mode != "r" and event.step:
                changed.add(key)
    return {key for key, threads in touched.items() if len(threads) > 1} & changed


def rows(record: Record, proof: frozenset[int], data: bool) -> list[tuple[int, Event]]:
    """The steps worth showing: where threads meet, with *data* also in data."""
    keys = shared(record.events)
    met = [
        i for i, e in enumerate(record.events) if e.thread != MAIN or e.kind == "join"
    ]
    last = max(met, default=len(record.events))
    kept = []
    for index, event in enumerate(record.events):
        if index in proof:
            kept.append((index, event))
            continue
        started = event.kind in ("start", "join")
        if index > last:  # what one thread does alone when the others have ended
            continue
        if event.kind in QUIET or (started and event.inner):
            continue
        if event.kind in ASKED and not (event.line or event.inner):
            continue  # asyncio itself wants to know
        if not event.step and not started:
            continue
        meets = any(
            key in keys and (data or not isinstance(key, tuple))
            for key, _ in event.touches
        )
        if meets or started or event.kind in ALWAYS:
            kept.append((index, event))
    return kept


def fold(kept: list[tuple[int, Event]], proof: frozenset[int]) -> list[int]:
    """Positions of the rows to print; a negative number stands for that many more."""
    if len(kept) <= ROWS:
        return list(range(len(kept)))
    near = {p for p, (i, e) in enumerate(kept) if i in proof or e.forced}
    near |= {p + d for p in near for d in (-2, -1, 1, 2)}
    size = (ROWS - min(len(near), ROWS // 2)) // 2
    near |= set(range(size)) | set(range(len(kept) - size, len(kept)))
    shown: list[int] = []
    last = -1
    for position in sorted(p for p in near if 0 <= p < len(kept)):
        if position > last + 1:
            shown.append(last + 1 - position)
        shown.append(position)
        last = position
    return shown


class Table:
    """Lines of at most 88 characters, a column for each thread while they are few."""

    def __init__(self, threads: list[str]) -> None:
        room = WIDTH - GUTTER - len("  line 1234")
        self.threads = threads
        self.wide = room // max(1, len(threads)) - 2
        self.columns = len(threads) > 0 and self.wide >= NARROW
        self.lines: list[str] = []
        if self.columns:
            self.wide = min(self.wide, 34)
            shown = [spread(name)[: self.wide] for name in threads]
            heads = "".join(name.ljust(self.wide + 2) for name in shown)
            self.lines.append(" " * GUTTER + heads.rstrip())

    def row(self, mark: str, number: str, thread: str, text: str, line: int) -> None:
        """Add what *thread* does, folded into its column."""
        place = say("columns", "line", line=line) if line else ""
        if self.columns:
            indent = self.threads.index(thread) * (self.wide + 2)
            parts = wrap(text, self.wide, "  ")
            end = GUTTER + len(self.threads) * (self.wide + 2)
        else:
            indent, end = 0, WIDTH - len("line 1234")
            parts = wrap(f"{thread}: {text}", end - GUTTER - 2, "  ")
        for count, part in enumerate(parts):
            head = f"{mark:1}{number:>4}  " if count == 0 else " " * GUTTER
            full = head + " " * indent + part
            tail = place if count == 0 else ""
            self.lines.append(f"{full.ljust(end)}{spread(tail)}".rstrip())

    def note(self, text: str) -> None:
        """Add a line across all columns."""
        self.lines.append(spread(f"{' ' * GUTTER}-- {text} --")[:WIDTH])


def draw(
    record: Record,
    proof: frozenset[int],
    waits: tuple[Waiting, ...] = (),
    data: bool = True,
) -> list[str]:
    """The lines of the table of *record*, the *proof* marked with `>`."""
    kept = rows(record, proof, data)
    threads = [
        name
        for name in record.threads
        if any(event.thread == name for _, event in kept)
        or any(waiting.thread == name for waiting in waits)
    ]
    if len(threads) < 2 and not waits:
        return []
    table = Table(threads)
    names = Names(record)
    last = ""
    for position in fold(kept, proof):
        if position < 0:
            table.note(say("columns", "more", count=-position))
            continue
        index, event = kept[position]
        if event.forced and last:
            table.note(say("columns", "forced", other=last, thread=event.thread))
        mark = ">" if index in proof else ""
        number = str(position + 1)
        text = names.short(cell(event))
        table.row(mark, number, event.thread, text, event.line)
        last = event.thread
    for waiting in waits:
        text = f"{_verb(waiting)}  {say('columns', 'waits')}"
        table.row(">", "", waiting.thread, names.short(text), waiting.line)
    return [drawn(line) for line in table.lines + _sources(kept, waits)]


def _verb(waiting: Waiting) -> str:
    return f"{waiting.kind} {waiting.thing}"


def _sources(
    kept: list[tuple[int, Event]], waits: tuple[Waiting, ...], most: int = 8
) -> list[str]:
    """The text of the lines that the rows speak of."""
    found = {event.line: event.text for _, event in kept if event.line}
    found |= {waiting.line: waiting.text for waiting in waits if waiting.line}
    if not 0 < len(found) <= most:
        return []
    places = {line: say("columns", "line", line=line) for line in sorted(found)}
    room = max(map(size, places.values())) + 2
    lines = [
        f"{' ' * GUTTER}{spread(place).ljust(room)}{spread(found[line])}"
        for line, place in places.items()
    ]
    return ["", *(line[:WIDTH] for line in lines)]
