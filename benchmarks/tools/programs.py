"""The programs that every tool is given: shared state, threads, and what is right."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from typing import Any


class Counter:
    """Two threads add one, without a lock."""

    def __init__(self) -> None:
        self.total = 0

    def add(self) -> None:
        """Lose an update, perhaps."""
        self.total += 1

    works = (add, add)

    def right(self) -> bool:
        """Whether both count."""
        return self.total == 2


class Buffer:
    """Two put one item each into a buffer of one place, two take one each."""

    def __init__(self) -> None:
        self.items: deque[int] = deque()
        self.taken: list[int] = []
        lock = threading.Lock()
        self.not_full = threading.Condition(lock)
        self.not_empty = threading.Condition(lock)

    def put(self) -> None:
        """Wait for room."""
        with self.not_full:
            while len(self.items) == 1:
                self.not_full.wait()
            self.items.append(1)
            self.not_empty.notify()

    def take(self) -> None:
        """Wait for an item."""
        with self.not_empty:
            while not self.items:
                self.not_empty.wait()
            self.taken.append(self.items.popleft())
            self.not_full.notify()

    works = (put, put, take, take)

    def right(self) -> bool:
        """Whether all items came through."""
        return len(self.taken) == 2 and not self.items


class Hasty(Buffer):
    """The same, but who was woken does not look again."""

    def take(self) -> None:
        """Wait for an item, once."""
        with self.not_empty:
            if not self.items:
                self.not_empty.wait()
            if self.items:
                self.taken.append(self.items.popleft())
            self.not_full.notify()

    works = (Buffer.put, Buffer.put, take, take)


PROGRAMS = {"counter": Counter, "buffer": Buffer, "hasty buffer": Hasty}
WRONG = ("counter", "hasty buffer")


def play(kind: Any) -> bool:
    """Run a program with plain threads; whether it came out right."""
    state = kind()
    works: tuple[Callable[[Any], None], ...] = kind.works
    threads = [threading.Thread(target=work, args=(state,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return bool(state.right())
