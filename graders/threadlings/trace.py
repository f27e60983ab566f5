"""The partial order of a run, folded into one number.

Two runs that differ only in the order of independent steps are one *trace*
(Mazurkiewicz, "Trace theory", 1987).  Every event is hashed with the hashes of the
events it depends on (its thread's last one, and the last conflicting ones at each
thing it touches); the sum of these hashes names the trace.  Equal traces with the
same thread at the turn have the same future, so the search may merge them.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from threadlings.events import Touch

MASK = (1 << 64) - 1


class Cell:
    """What happened at one key: all *before*, and the *group* that commutes now."""

    __slots__ = ("before", "group", "mode")

    def __init__(self, key: Hashable, mode: str) -> None:
        self.before = hash(key)
        self.mode = mode
        self.group = 0


def _mixed(number: int) -> int:
    """*number* with all its bits mixed (Steele et al., "SplitMix", OOPSLA 2014).

    Hashes of tuples that differ in one place differ by few values, so that sums of
    them would often be equal.
    """
    number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9 & MASK
    number = (number ^ (number >> 27)) * 0x94D049BB133111EB & MASK
    return number ^ (number >> 31)


class Trace:
    """What has happened so far, up to the order of independent steps."""

    __slots__ = ("_cells", "state")

    def __init__(self) -> None:
        self.state = 0
        self._cells: dict[Hashable, Cell] = {}

    def add(self, last: int, code: int, touches: Iterable[Touch]) -> int:
        """Add an event of the thread whose last event was *last*; return its hash."""
        cells = []
        parts = [last, code]
        for key, mode in touches:
            cell = self._cells.get(key)
            if cell is None:
                cell = self._cells[key] = Cell(key, mode)
            elif mode == "w" or mode != cell.mode:
                cell.before = hash((cell.before, cell.group))
                cell.mode, cell.group = mode, 0
            parts.append(cell.before)
            cells.append(cell)
        mine = _mixed(hash(tuple(parts)))
        for cell in cells:
            cell.group = (cell.group + mine) & MASK
        self.state = (self.state + mine) & MASK
        return mine
