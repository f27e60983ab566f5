# endless: every method spins on acquire(blocking=False) instead of waiting for the lock
import threading
from contextlib import contextmanager


class Ledger:
    def __init__(self):
        self._lock = threading.RLock()
        self._balances = {}

    @contextmanager
    def _locked(self):
        while not self._lock.acquire(blocking=False):
            pass
        try:
            yield
        finally:
            self._lock.release()

    def add(self, name, amount):
        with self._locked():
            new = self._balances.get(name, 0) + amount
            if new < 0:
                raise ValueError(name)
            self._balances[name] = new

    def apply(self, entries):
        with self._locked():
            net = {}
            for name, amount in entries:
                net[name] = net.get(name, 0) + amount
            for name, amount in net.items():
                if self.balance(name) + amount < 0:
                    raise ValueError(name)
            for name, amount in net.items():
                self.add(name, amount)

    def balance(self, name):
        with self._locked():
            return self._balances.get(name, 0)

    def total(self):
        with self._locked():
            return sum(self._balances.values())
