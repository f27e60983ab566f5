"""The kit: optimal DPOR, from Python 3.10 on."""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path

from measure import Found, tell
from programs import PROGRAMS, WRONG

from threadlings.events import Record
from threadlings.fiber import Chooser
from threadlings.grading import Options
from threadlings.load import Source
from threadlings.search import Exhaustive
from threadlings.sharing import Sharing
from threadlings.survey import trial_of
from threadlings.trial import Trial

MAIN = "\n\ndef main():\n    return play(PROGRAMS[{name!r}])\n"


@functools.cache
def trial(name: str) -> Trial:
    """A program with a `main()`, loaded once, as the others are."""
    text = Path(__file__).with_name("programs.py").read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "program.py"
        path.write_text(text + MAIN.format(name=name), "utf-8")
        return trial_of(Source(path), Options())


def explore(name: str, most: int, seed: int | None) -> Found:
    """Run the distinct orderings; no seed changes anything."""
    runs = 0

    def once(chooser: Chooser, sharing: Sharing) -> Record:
        nonlocal runs
        runs += 1  # also those before it is known where threads meet
        return trial(name).once(chooser, sharing)

    search = Exhaustive(once, Sharing(), most)
    for record in search:
        if seed is not None and record.result != "True":
            return Found(runs, failed=True, proof=False)
    return Found(runs, False, search.coverage.kind == "complete")


if __name__ == "__main__":
    tell(explore, PROGRAMS, WRONG)
