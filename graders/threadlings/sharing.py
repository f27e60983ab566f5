"""Which places of a program are worth a scheduling choice.

Only data that two threads touch, one of them writing, can make a difference.  A
place that was never seen to touch such data is *cold*: it is noted and passed.  When
a run finds that data is shared after all, the places that touch it become *hot*, and
the search begins anew with them.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from threadlings.events import Touch
from threadlings.fiber import Fiber


class Touched:
    """Who touched a key in this run, how, and at which places."""

    __slots__ = ("fiber", "mode", "places")

    def __init__(self, fiber: Fiber, mode: str) -> None:
        self.fiber: Fiber | None = fiber  # None: more than one
        self.mode = mode  # "w" also for a mixture
        self.places: set[int] = set()


class Sharing:
    """The hot places, as far as the runs of a search have found them."""

    def __init__(self, everything: bool = False) -> None:
        self.everything = everything  # treat all places as hot, to tell the whole story
        self.hot: set[int] = set()
        self.grew = False

    def is_hot(self, place: int) -> bool:
        """Whether a thread should offer its turn at *place*."""
        return self.everything or place in self.hot

    def note(
        self,
        table: dict[Hashable, Touched],
        me: Fiber,
        touches: Iterable[Touch],
        place: int,
    ) -> None:
        """Write into a run's *table* that *me* touches something at *place*.

        What two threads share makes the places that touch it hot.
        """
        for key, mode in touches:
            seen = table.get(key)
            if seen is None:
                seen = table[key] = Touched(me, mode)
            elif seen.fiber is not me:
                seen.fiber = None
            if seen.mode != mode:
                seen.mode = "w"
            seen.places.add(place)
            if seen.fiber is None and seen.mode == "w" and not seen.places <= self.hot:
                self.hot |= seen.places
                self.grew = True
