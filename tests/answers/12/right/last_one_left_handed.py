# right: everybody takes the left fork first but the philosopher on the last seat; forks are a small class
from __future__ import annotations

import threading
from typing import Callable, TypeVar

T = TypeVar("T")


class Fork:
    """A fork that lies on the table or is in one hand."""

    def __init__(self, number: int) -> None:
        self.number = number
        self._mutex = threading.Semaphore(1)

    def __enter__(self) -> Fork:
        self._mutex.acquire()
        return self

    def __exit__(self, *exc_info: object) -> None:
        self._mutex.release()


class Table:
    def __init__(self, seats: int) -> None:
        if seats < 1:
            raise ValueError("a table needs a seat")
        self._forks = [Fork(i) for i in range(seats)]
        self._hands: list[list[Fork]] = []
        for seat in range(seats):
            left, right = self._forks[seat], self._forks[(seat + 1) % seats]
            if left is right:
                self._hands.append([left])
            elif seat == seats - 1:
                self._hands.append([right, left])
            else:
                self._hands.append([left, right])

    def dine(self, seat: int, eat: Callable[[], T]) -> T:
        return self._with(self._hands[seat], eat)

    def _with(self, forks: list[Fork], eat: Callable[[], T]) -> T:
        if not forks:
            return eat()
        with forks[0]:
            return self._with(forks[1:], eat)
