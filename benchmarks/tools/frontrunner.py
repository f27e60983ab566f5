"""frontrun: its DPOR without a bound; runs under its own command."""

from __future__ import annotations

import frontrun
from measure import Found, tell
from programs import PROGRAMS, WRONG


def explore(name: str, most: int, seed: int | None) -> Found:
    """Run its interleavings; no seed changes anything."""
    kind = PROGRAMS[name]
    found = frontrun.explore(
        setup=kind,
        workers=list(kind.works),
        invariant=kind.right if seed is not None else lambda _: True,
        max_executions=most,
        preemption_bound=None,
        stop_on_first=seed is not None,
        reproduce_on_failure=0,
        clock="virtual",  # with the real one, who waits in a Condition runs out of time
    )
    held = bool(found.property_holds)
    return Found(found.num_explored, not held, held and found.num_explored < most)


if __name__ == "__main__":
    tell(explore, PROGRAMS, WRONG)
