# right: a fair lock: newcomers stand in a deque, each with an Event of his own; who leaves lets in the head of the line (a run of readers together)
from __future__ import annotations

import threading
from collections import deque


class _Pass:
    """What reading() and writing() give: __enter__ takes the lock, __exit__ gives it back."""

    def __init__(self, owner: ReadWriteLock) -> None:
        self.owner = owner
        self.admitted = threading.Event()

    def __enter__(self) -> None:
        self.owner._arrive(self)
        self.admitted.wait()

    def __exit__(self, kind, error, trace) -> bool:
        self.owner._leave(self)
        return False


class _ReadPass(_Pass):
    def fits(self) -> bool:
        return not self.owner._writing

    def move(self, step: int) -> None:
        self.owner._reading += step


class _WritePass(_Pass):
    def fits(self) -> bool:
        return not self.owner._writing and not self.owner._reading

    def move(self, step: int) -> None:
        self.owner._writing += step


class ReadWriteLock:
    def __init__(self) -> None:
        self._mutex = threading.Lock()
        self._line: deque[_Pass] = deque()
        self._reading = 0
        self._writing = 0

    def reading(self) -> _ReadPass:
        return _ReadPass(self)

    def writing(self) -> _WritePass:
        return _WritePass(self)

    def _arrive(self, someone: _Pass) -> None:
        with self._mutex:
            self._line.append(someone)
            self._admit()

    def _leave(self, someone: _Pass) -> None:
        with self._mutex:
            someone.admitted.clear()
            someone.move(-1)
            self._admit()

    def _admit(self) -> None:
        while self._line and self._line[0].fits():
            someone = self._line.popleft()
            someone.move(+1)
            someone.admitted.set()
