"""The kit: fewest forced switches first, on a virtual loop, from Python 3.10 on."""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path

from coroutines import PROGRAMS
from measure import Found, tell

from threadlings.core import IDEAL
from threadlings.detect import finding
from threadlings.events import Record
from threadlings.fiber import Chooser
from threadlings.grading import Options
from threadlings.load import Source
from threadlings.search import Search
from threadlings.sharing import Sharing
from threadlings.survey import trial_of
from threadlings.trial import Trial

MAIN = "\n\ndef main():\n    return asyncio.run(PROGRAMS[{name!r}]({right}))\n"


@functools.cache
def trial(name: str, right: bool) -> Trial:
    """A program with a `main()`, loaded once, as the others are."""
    text = Path(__file__).with_name("coroutines.py").read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "program.py"
        path.write_text(text + MAIN.format(name=name, right=right), "utf-8")
        return trial_of(Source(path), Options(time=IDEAL))


def explore(name: str, most: int, seed: int | None) -> Found:
    """The right version to the end; with a seed (it changes nothing) the wrong one."""
    tried = trial(name, seed is None)
    runs = 0

    def once(chooser: Chooser, sharing: Sharing) -> Record:
        nonlocal runs
        runs += 1  # also those before it is known where threads meet
        return tried.once(chooser, sharing)

    search = Search(once, runs=most)
    for record in search:
        problem = tried.judge(record)
        if problem is not None:
            error = record.errors.get("main")
            told = finding(problem, record, always=False)
            says = f"{told.kind}: {error or told.cause}"
            return Found(runs, failed=True, proof=False, says=says)
    return Found(runs, False, search.coverage.kind == "complete")


if __name__ == "__main__":
    tell(explore, PROGRAMS, PROGRAMS)
