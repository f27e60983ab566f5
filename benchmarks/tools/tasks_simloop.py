"""simloop: by chance, a seed for each run."""

from __future__ import annotations

import functools

import simloop
from coroutines import PROGRAMS
from measure import Found, tell


def explore(name: str, most: int, seed: int | None) -> Found:
    """The right version; with a seed, the wrong one to the first failure."""
    program = functools.partial(PROGRAMS[name], seed is None)
    start = (seed or 0) * most
    report = simloop.explore(program, range(start, start + most))
    if report is None:
        return Found(most, failed=False, proof=False)
    return Found(report.seeds_passed + 1, True, False, repr(report.exception))


if __name__ == "__main__":
    tell(explore, PROGRAMS, PROGRAMS)
