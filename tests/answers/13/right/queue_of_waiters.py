# right: a deque of waiters with an Event each; who leaves lets in the first writer or the readers up to the next writer
from __future__ import annotations

import threading
from collections import deque
from typing import Deque


class _Waiter:
    def __init__(self, writes: bool) -> None:
        self.writes = writes
        self.admitted = threading.Event()


class _Pass:
    """What reading() and writing() return."""

    def __init__(self, lock: ReadWriteLock, writes: bool) -> None:
        self._lock = lock
        self._writes = writes

    def __enter__(self) -> None:
        self._lock._enter(self._writes)

    def __exit__(self, *exc_info: object) -> None:
        self._lock._leave(self._writes)


class ReadWriteLock:
    def __init__(self) -> None:
        self._mutex = threading.Lock()
        self._line: Deque[_Waiter] = deque()
        self._readers = 0
        self._writers = 0

    def reading(self) -> _Pass:
        return _Pass(self, writes=False)

    def writing(self) -> _Pass:
        return _Pass(self, writes=True)

    def _admit(self) -> None:
        while self._line and not self._writers:
            first = self._line[0]
            if first.writes:
                if self._readers:
                    return
                self._writers += 1
            else:
                self._readers += 1
            self._line.popleft()
            first.admitted.set()

    def _enter(self, writes: bool) -> None:
        waiter = _Waiter(writes)
        with self._mutex:
            self._line.append(waiter)
            self._admit()
        waiter.admitted.wait()

    def _leave(self, writes: bool) -> None:
        with self._mutex:
            if writes:
                self._writers -= 1
            else:
                self._readers -= 1
            self._admit()
