"""A failing order as a picture: a lane for each thread, steps from top to bottom.

One page of HTML that needs nothing else: bars show who held what and who waited, the
proof is marked, and colours follow the reader's light or dark screen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from threadlings.columns import Names, cell, rows
from threadlings.detect import Finding
from threadlings.events import Event, Record
from threadlings.texts import say, spoken

COLOURS = 6  # of locks; more of them share
TAKES, LEAVES = ("acquire", "try", "wake"), ("release", "wait")
FAILED = ("is not free", "timed out")  # what a try says that has got nothing
CODE = re.compile("`([^`]+)`")
STYLE = """
:root { color-scheme: light dark; --ink: #1c1c22; --paper: #fdfdfb; --faint: #6b6b75;
  --line: #d9d9d4; --mark: #ffe9a8; --wait: #b9b9c4; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8e4; --paper: #18181c;
  --faint: #9a9aa4; --line: #35353c; --mark: #5a4a12; --wait: #55555f; } }
body { background: var(--paper); color: var(--ink); margin: 2rem auto; padding: 0 1rem;
  max-width: 72rem; font: 16px/1.45 system-ui, sans-serif; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2.5rem; }
pre { white-space: pre-wrap; }
code, pre, .lanes { font-family: ui-monospace, "Cascadia Mono", Menlo, monospace; }
.lanes { display: grid; font-size: .85rem; overflow-x: auto; margin: 1rem 0;
  border-top: 1px solid var(--line); }
.lanes > * { padding: .15rem .5rem; z-index: 1; }
.head { font-weight: 600; border-bottom: 1px solid var(--line); }
.number, .place { color: var(--faint); text-align: right; }
.place { text-align: left; white-space: nowrap; }
.lane { border-left: 1px solid var(--line); z-index: 0; }
.step { padding-left: 2rem; overflow-wrap: anywhere; }
.proof { background: var(--mark); font-weight: 600; }
.forced { color: var(--faint); border-top: 1px dashed var(--faint);
  background: var(--paper); font-style: italic; text-align: center; }
.lanes > .bar { width: .55rem; padding: 0; border-radius: .3rem; justify-self: start; }
.waits { background: repeating-linear-gradient(45deg, var(--wait) 0 3px,
  transparent 3px 6px); border: 1px solid var(--wait); }
.key { display: inline-block; width: .8rem; height: .8rem; border-radius: .2rem;
  margin: 0 .3rem 0 1rem; vertical-align: -1px; }
.key:first-of-type { margin-left: 0; }
.again { overflow-wrap: anywhere; }
.c0 { background: #2f6fde; } .c1 { background: #d9822b; } .c2 { background: #2e9e5b; }
.c3 { background: #b04fc4; } .c4 { background: #c7365b; } .c5 { background: #1c9aa8; }
"""


@dataclass(frozen=True)
class Bar:
    """A time in which a thread held or waited for something."""

    thread: str
    thing: str
    first: int  # rows
    last: int
    waits: bool = False


def bars(kept: list[tuple[int, Event]], end: int) -> list[Bar]:
    """Who held what, and who waited, from which row to which; *end* is the last one."""
    held: dict[tuple[str, str], int] = {}
    waits: dict[tuple[str, str], int] = {}
    found: list[Bar] = []
    for row, (_, event) in enumerate(kept):
        key = (event.thread, str(event.thing))
        if event.kind in TAKES and event.value not in FAILED:
            held.setdefault(key, row)
        if event.kind == "wake" and key in waits:
            found.append(Bar(*key, waits.pop(key), row, waits=True))
        if event.kind in LEAVES and key in held:
            found.append(Bar(*key, held.pop(key), row))
        if event.kind == "wait":
            waits[key] = row
    found += [Bar(*key, row, end) for key, row in held.items()]
    return found + [Bar(*key, row, end, waits=True) for key, row in waits.items()]


def picture(
    record: Record, found: Finding, head: list[str], think: str, again: str
) -> str:
    """The picture of *record*, a piece of HTML: *head*, lanes, question, command."""
    title, *head = map(marked, head)
    parts = [f"<h2>{title}</h2>", *(f"<p>{text}</p>" for text in head)]
    parts += _lanes(record, found)
    parts.append(_tail("think", marked(think)))
    if again:
        parts.append(_tail("again", f"<code>{escape(again)}</code>"))
    return "\n".join(["<section>", *parts, "</section>"])


def marked(text: str) -> str:
    """A sentence as HTML; what stands between backticks is code."""
    return CODE.sub(r"<code>\1</code>", escape(text))


def _tail(key: str, html: str) -> str:
    return f'<p class="{key}"><b>{escape(say("columns", key))}</b> {html}</p>'


def _lanes(record: Record, found: Finding) -> Iterator[str]:
    """The grid: number, a lane for each thread, line; a row for each step."""
    names = Names(record)
    kept = rows(record, found.proof, data=True)
    met = {event.thread for _, event in kept} | {one.thread for one in found.more}
    lanes = {
        name: n for n, name in enumerate((n for n in record.threads if n in met), 2)
    }
    if not kept or not lanes:
        return
    places, notes = _rows(kept)
    end = places[-1] + len(found.more) + 1
    drawn = bars(kept, len(kept))
    things = sorted({bar.thing for bar in drawn if not bar.waits})
    for number, thing in enumerate(things):
        colour = f"key c{number % COLOURS}"
        yield f'<span class="{colour}"></span>{escape(names.full(thing))}'
    widths = " ".join(["minmax(9rem, 1fr)"] * len(lanes))
    yield f'<div class="lanes" style="grid-template-columns: auto {widths} auto">'
    for name, column in lanes.items():
        yield _cell("head", 1, column, name)
        yield f'<i class="lane" style="grid-area: 2 / {column} / {end}"></i>'
    for row, text in notes.items():
        area = f"{row} / 2 / {row + 1} / {len(lanes) + 2}"
        yield f'<div class="forced" style="grid-area: {area}">{escape(text)}</div>'
    for number, (row, (index, event)) in enumerate(zip(places, kept, strict=True), 1):
        kind = "step proof" if index in found.proof else "step"
        text = names.short(cell(event))
        yield _cell("number", row, 1, str(number))
        yield _cell(kind, row, lanes[event.thread], text, event.text)
        yield _cell("place", row, len(lanes) + 2, _place(event.line))
    for row, waiting in enumerate(found.more, places[-1] + 1):
        text = f"{waiting.kind} {waiting.thing}  {say('columns', 'waits')}"
        column = lanes[waiting.thread]
        yield _cell("step proof", row, column, names.short(text), waiting.text)
        yield _cell("place", row, len(lanes) + 2, _place(waiting.line))
    for bar in drawn:
        last = end if bar.last == len(kept) else places[bar.last] + 1
        area = f"grid-area: {places[bar.first]} / {lanes[bar.thread]} / {last}"
        yield _bar(bar, area, things, names.full(bar.thing))
    yield "</div>"


def _rows(kept: list[tuple[int, Event]]) -> tuple[list[int], dict[int, str]]:
    """The row of each step, and what is to be noted in the rows between them."""
    places, notes = [], {}
    row, before = 2, ""
    for _, event in kept:
        if event.forced and before not in ("", event.thread):
            notes[row] = say("columns", "forced", other=before, thread=event.thread)
            row += 1
        places.append(row)
        row, before = row + 1, event.thread
    return places, notes


def _bar(bar: Bar, area: str, things: list[str], title: str) -> str:
    place = 0 if bar.waits else things.index(bar.thing)
    colour = "waits" if bar.waits else f"c{place % COLOURS}"
    style = f"{area}; margin-left: {0.25 + 0.65 * (place % 2):g}rem"
    return f'<i class="bar {colour}" style="{style}" title="{escape(title)}"></i>'


def _cell(kind: str, row: int, column: int, text: str, title: str = "") -> str:
    hint = f' title="{escape(title, quote=True)}"' if title else ""
    area = f"grid-row: {row}; grid-column: {column}"
    return f'<div class="{kind}" style="{area}"{hint}>{escape(text)}</div>'


def _place(line: int) -> str:
    return say("columns", "line", line=line) if line else ""


def page(title: str, sections: list[str]) -> str:
    """A whole page with these *sections*."""
    return "\n".join(
        [
            f'<!doctype html>\n<html lang="{spoken()}"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(title)}</title>\n<style>{STYLE}</style></head><body>",
            f"<h1>{escape(title)}</h1>",
            *sections,
            "</body></html>\n",
        ]
    )


def as_text(text: str) -> str:
    """What has no picture, as a piece of HTML."""
    return f"<section><pre>{escape(text)}</pre></section>"


def framed(page: str) -> str:
    """A whole *page* as a piece of another one, where neither's styles meet."""
    style = "width: 100%; height: 36rem; resize: vertical; border: 1px solid #8a8a94"
    return f'<iframe sandbox srcdoc="{escape(page)}" style="{style}"></iframe>'
