# right: the barrier is itself a Condition (subclass), wait() overridden on top of super().wait()
import threading


class CyclicBarrier(threading.Condition):
    def __init__(self, parties: int):
        super().__init__(threading.Lock())
        self._parties = parties
        self._queue = []

    def wait(self) -> int:
        with self:
            crowd = self._queue
            place = len(crowd)
            crowd.append(threading.current_thread().name)
            if len(crowd) == self._parties:
                self._queue = []
                self.notify_all()
            while crowd is self._queue:
                super().wait()
            return place
