"""Which places of a program are worth a scheduling choice.

Where two threads touch the same data, one of them writing, their order makes a
difference, unless something else decides it: one thread has made or joined the other,
or both hold one lock, and then it is enough to choose who gets the lock first (Savage
et al., "Eraser", 1997; Musuvathi and Qadeer, "CHESS", 2007).  A place that was never
seen to touch data in such a conflict is *cold*: it is noted and passed.  When a run
finds a conflict after all, the places that touch this data become *hot*, and the
search begins anew with them.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from threadlings.events import Touch
from threadlings.fiber import Fiber


class Touched:
    """Who touched a key in this run, how, and at which places."""

    __slots__ = ("contested", "locks", "places")

    def __init__(self, me: Fiber, mode: str, place: int) -> None:
        self.contested = False
        self.places = {place}
        # By thread, mode and the thread's epoch: the locks that it always held.
        self.locks = {(me.index, mode, me.epoch): me.held}

    def conflicts(self, me: Fiber, mode: str) -> bool:
        """Whether nothing decides the order of this touch and an earlier one."""
        now = (me.index, mode, me.epoch)
        known = self.locks.get(now)
        if known == me.held:
            return False  # who came since has met this one
        passed = []  # all that conflicts with these conflicts with this one, too
        for (index, other, epoch), locks in self.locks.items():
            comes_first = index == me.index or epoch <= me.clock.get(index, 0)
            if comes_first and mode in (other, "w") and me.held <= locks:
                passed.append((index, other, epoch))
            elif comes_first or (mode == other and mode != "w"):
                continue
            elif locks.isdisjoint(me.held):
                return True
        for one in passed:
            del self.locks[one]
        self.locks[now] = me.held if known is None else known & me.held
        return False


class Sharing:
    """The hot places, as far as the runs of a search have found them."""

    def __init__(self, everything: bool = False) -> None:
        self.everything = everything  # treat all places as hot, to tell the whole story
        self.hot: set[int] = set()
        self.grew = False

    def is_hot(self, place: int) -> bool:
        """Whether a thread should offer its turn at *place*."""
        return self.everything or place in self.hot

    def heat(self, place: int) -> None:
        """Make *place* hot: somebody has asked for what is decided there."""
        if place not in self.hot:
            self.hot.add(place)
            self.grew = True

    def note(
        self,
        table: dict[Hashable, Touched],
        me: Fiber,
        touches: Iterable[Touch],
        place: int,
    ) -> None:
        """Write into a run's *table* that *me* touches something at *place*.

        Data in a conflict makes all places that touch it hot.
        """
        for key, mode in touches:
            seen = table.get(key)
            if seen is None:
                table[key] = Touched(me, mode, place)
                continue
            seen.places.add(place)
            seen.contested = seen.contested or seen.conflicts(me, mode)
            if seen.contested and not seen.places <= self.hot:
                self.hot |= seen.places
                self.grew = True
