"""Philosophers at a round table, with one fork between any two of them.

The idea here: everybody needs two things that others need as well.  When all
take the first one at the same moment, nobody ever gets the second.
"""

import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Table:
    """A round table with a fork on the left of every seat."""

    def __init__(self, seats: int) -> None:
        """Lay the table for *seats* philosophers (2 or more)."""
        self._forks = [threading.Lock() for _ in range(seats)]

    def dine(self, seat: int, eat: Callable[[], T]) -> T:
        """Call *eat* with both forks of *seat* in hand, and return its value.

        Any number of philosophers may do so at once, each at a seat of her own.
        """
        # The fork with the lower number comes first.  Only at the last seat is that
        # the right one, and this breaks the circle.
        first, second = sorted((seat, (seat + 1) % len(self._forks)))
        with self._forks[first], self._forks[second]:
            return eat()
