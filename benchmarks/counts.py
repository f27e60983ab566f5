"""The two largest counts of the literature that the exhaustive search is measured by.

`python benchmarks/counts.py` takes some minutes: every ordering is one run, and a run
of `indexer(15)` has 15 threads.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from programs import Playground
from published import Published, indexer, readers

from threadlings.search import Exhaustive
from threadlings.sharing import Sharing

PROGRAMS = {
    "readers(13)": readers(13),
    "indexer(15)": indexer(15),
}


def measure(program: Published, folder: Path) -> tuple[int, int, float]:
    """Runs that were made, runs that were cut, and seconds of the processor."""
    text = program.text(tuple(range(len(program.threads))))
    search = Exhaustive(Playground(text, folder).once, Sharing(), 10**9)
    began = time.process_time()
    for _ in search:
        pass
    return search.runs, search.cut, time.process_time() - began


def main() -> None:
    """Print a row for each program."""
    print("| program | orderings | runs | cut | seconds |")
    print("| --- | ---: | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as folder:
        for name, program in PROGRAMS.items():
            runs, cut, seconds = measure(program, Path(folder))
            print(f"| {name} | {program.traces:,} | {runs:,} | {cut} | {seconds:.0f} |")


if __name__ == "__main__":
    main()
