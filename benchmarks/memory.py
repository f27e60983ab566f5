"""How much memory 100,000 runs take, of which one in fifteen leaves threads stuck.

`python benchmarks/memory.py` takes some minutes.  What is told is what the system has
given to the process (Linux).
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from programs import ZOO, Playground

from threadlings.search import Exhaustive
from threadlings.sharing import Sharing

MARKS = (1_000, 10_000, 25_000, 50_000, 100_000)  # runs
PROGRAM = ZOO["one condition"]


def resident() -> int:
    """KiB of memory that the process has."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    (size,) = (line.split()[1] for line in lines if line.startswith("VmRSS"))
    return int(size)


def main() -> None:
    """Print a row for each mark."""
    print("| runs | KiB |\n| ---: | ---: |")
    runs, sharing = 0, Sharing()
    with tempfile.TemporaryDirectory() as folder:
        playground = Playground(PROGRAM.text, Path(folder))
        for mark in MARKS:
            while runs < mark:
                search = Exhaustive(playground.once, sharing, 100)
                for _ in search:
                    pass
                runs += search.runs
            print(f"| {runs:,} | {resident():,} |", flush=True)


if __name__ == "__main__":
    main()
