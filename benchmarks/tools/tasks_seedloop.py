"""seedloop: by chance, a seed for each run."""

from __future__ import annotations

import seedloop
from coroutines import PROGRAMS
from measure import Found, tell


def explore(name: str, most: int, seed: int | None) -> Found:
    """The right version; with a seed, the wrong one to the first failure."""

    async def scenario(_: seedloop.World) -> None:
        await PROGRAMS[name](seed is None)

    seeds = range((seed or 0) * most, ((seed or 0) + 1) * most)
    found = seedloop.check(scenario, seeds=seeds, on_failure="return")
    if isinstance(found.error, seedloop.BoundaryError):  # no verdict
        return Found(found.checked, failed=False, proof=False)
    says = repr(found.error) if found.error else ""
    return Found(found.checked, bool(found.error), False, says)


if __name__ == "__main__":
    tell(explore, PROGRAMS, PROGRAMS)
