"""detangle: its own mixture to the first failure, depth first to the proof."""

from __future__ import annotations

import functools

import detangle
from coroutines import PROGRAMS
from measure import Found, tell


def explore(name: str, most: int, seed: int | None) -> Found:
    """The right version to the end; with a seed, the wrong one to the first failure."""
    program = functools.partial(PROGRAMS[name], seed is None)
    strategy = "dfs" if seed is None else "auto"
    try:
        stats = detangle.explore(
            program,
            runs=most,
            seed=seed,
            strategy=strategy,
            shrink=False,
            database=False,
        )
    except detangle.BugFound as bug:
        report = bug.report
        says = report.failure.message
        return Found(report.runs, failed=True, proof=False, says=says)
    return Found(stats.runs, False, stats.exhausted)


if __name__ == "__main__":
    tell(explore, PROGRAMS, PROGRAMS)
