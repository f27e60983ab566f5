# right: one total arrival number that never goes back; divmod gives round and place
from threading import Condition


class CyclicBarrier:
    def __init__(self, parties: int) -> None:
        if parties < 1:
            raise ValueError("parties must be at least 1")
        self._parties = parties
        self._arrived = 0
        self._cond = Condition()

    def wait(self) -> int:
        with self._cond:
            ticket = self._arrived
            self._arrived += 1
            round_no, place = divmod(ticket, self._parties)
            target = (round_no + 1) * self._parties
            if self._arrived >= target:
                self._cond.notify_all()
            self._cond.wait_for(lambda: self._arrived >= target)
            return place
