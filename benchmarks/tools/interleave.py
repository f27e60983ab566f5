"""interleave-test: by chance to the first failure, by depth to the proof (CHESS)."""

from __future__ import annotations

import interleave_test
from measure import Found, tell
from programs import PROGRAMS, WRONG, play


def explore(name: str, most: int, seed: int | None) -> Found:
    """Its default strategy with a seed; else all orders with two forced switches."""

    def model() -> None:
        right = play(PROGRAMS[name])
        assert right or seed is None

    strategy = "dfs" if seed is None else "random"
    found = interleave_test.explore(
        model,
        iterations=most,
        strategy=strategy,
        seed=seed,
        raise_on_failure=False,
    )
    return Found(found.schedules_run, found.failure is not None, found.exhausted)


if __name__ == "__main__":
    tell(explore, PROGRAMS, WRONG)
