# wrong-tool: a Lock and an Event for each round; works, but is not built on Condition
import threading


class CyclicBarrier:
    def __init__(self, parties: int):
        self._parties = parties
        self._lock = threading.Lock()
        self._count = 0
        self._open = threading.Event()

    def wait(self) -> int:
        with self._lock:
            index = self._count
            self._count += 1
            mine = self._open
            if self._count == self._parties:
                self._count = 0
                self._open = threading.Event()
                mine.set()
        mine.wait()
        return index
