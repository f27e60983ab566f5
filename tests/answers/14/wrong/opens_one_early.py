# wrong-result: off by one - the round is taken for full when one party is still missing
import threading


class CyclicBarrier:
    def __init__(self, parties: int):
        self._parties = parties
        self._arrivals = 0
        self._cond = threading.Condition()

    def wait(self) -> int:
        with self._cond:
            round_no, order = divmod(self._arrivals, self._parties)
            self._arrivals += 1
            last = (round_no + 1) * self._parties - 1
            if self._arrivals >= last:
                self._cond.notify_all()
            while self._arrivals < last:
                self._cond.wait()
            return order
