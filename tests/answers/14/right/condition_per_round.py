# right: every round has its own Condition, all of them over one shared Lock
import threading


class _Gate:
    def __init__(self, lock):
        self.cond = threading.Condition(lock)
        self.count = 0
        self.full = False


class CyclicBarrier:
    def __init__(self, parties: int):
        self._parties = parties
        self._lock = threading.Lock()
        self._gate = _Gate(self._lock)

    def wait(self) -> int:
        with self._lock:
            gate = self._gate
            order = gate.count
            gate.count += 1
            if gate.count == self._parties:
                self._gate = _Gate(self._lock)
                gate.full = True
                gate.cond.notify_all()
            else:
                gate.cond.wait_for(lambda: gate.full)
        return order
