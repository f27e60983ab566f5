"""simloom: by chance to the first failure, systematically to the proof."""

from __future__ import annotations

import functools

import simloom
from coroutines import PROGRAMS
from measure import Found, tell


def explore(name: str, most: int, seed: int | None) -> Found:
    """The right version; with a seed, the wrong one to the first failure."""
    program = functools.partial(PROGRAMS[name], seed is None)
    found = simloom.explore(program, runs=most, start_seed=(seed or 0) * most)
    if not found.failed:
        return Found(found.runs, failed=False, proof=False)
    first = found.failures[0]
    return Found(found.runs, True, False, f"{first.error}: {first.message}")


if __name__ == "__main__":
    tell(explore, PROGRAMS, PROGRAMS)
