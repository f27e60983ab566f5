"""What is seen of a batch while it runs: how far it is, and what came last."""

from __future__ import annotations

from collections import Counter, deque

from rich.console import Group
from rich.live import Live
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

from threadlings import grade, marks
from threadlings.marks import Result
from threadlings.screen import console, plain, say

LAST = 5  # results that are shown
FEW = 100  # of which nobody needs to be told how far they are
STEPS = 10  # plain lines in all
STRIDE = 1000  # results at most between two plain lines


class Rate(ProgressColumn):
    """Results per minute, lately."""

    def render(self, task: Task) -> Text:
        """The rate, as soon as there is one."""
        return Text(f"{task.speed * 60:,.0f} a minute" if task.speed else "")


class Board:
    """Where a batch of *total* results stands.

    On a terminal, a bar with the last results above it, gone when the batch has ended;
    else a line now and then, on the error output.
    """

    def __init__(self, total: int) -> None:
        self._total = total
        self._counts: Counter[str] = Counter()
        self._last: deque[Result] = deque(maxlen=LAST)
        self._screen = console(error=True)
        self._bar = Progress(
            *(TextColumn("grading"), BarColumn(20), MofNCompleteColumn(), Rate()),
            *(TimeRemainingColumn(compact=True), TextColumn("left")),
            console=self._screen,
        )
        self._task = self._bar.add_task("grading", total=total)
        self._live = Live(
            get_renderable=self._shown, console=self._screen, transient=True
        )

    def add(self, result: Result) -> None:
        """Take in one more."""
        self._counts[result.verdict] += 1
        self._last.append(result)
        self._bar.advance(self._task)
        done = self._counts.total()
        step = min(max(self._total // STEPS, 1), STRIDE)
        if not self._screen.is_terminal and self._total >= FEW and done % step == 0:
            say(self.text, error=True)

    @property
    def text(self) -> str:
        """How far it is, in one line."""
        done = f"{self._counts.total():,} of {self._total:,}"
        return f"graded {done}: {grade.counted(self._counts)}"

    def _shown(self) -> Group:
        table = Table.grid(padding=(0, 2))
        for one in self._last:
            verdict = Text(f"{one.verdict} {one.kind}", grade.COLOURS[one.verdict])
            table.add_row(Text(plain(one.student)), one.exercise, verdict)
        counts = Text("  ").join(
            Text(f"{self._counts[verdict]:,} {verdict}", grade.COLOURS[verdict])
            for verdict in marks.VERDICTS
            if self._counts[verdict]
        )
        return Group(table, counts, self._bar)

    def __enter__(self) -> Board:
        if self._screen.is_terminal:
            self._live.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._live.stop()
