# race: the copy for the rollback is made before the lock is taken, restoring it wipes out another thread's add
import threading


class Ledger:
    def __init__(self):
        self._lock = threading.RLock()
        self._balances = {}

    def _copy(self):
        with self._lock:
            return dict(self._balances)

    def add(self, name, amount):
        with self._lock:
            if self._balances.get(name, 0) + amount < 0:
                raise ValueError(name)
            self._balances[name] = self._balances.get(name, 0) + amount

    def apply(self, entries):
        saved = self._copy()
        with self._lock:
            try:
                for name, amount in sorted(entries, key=lambda e: e[1] < 0):
                    self.add(name, amount)
            except ValueError:
                self._balances = saved
                raise

    def balance(self, name):
        with self._lock:
            return self._balances.get(name, 0)

    def total(self):
        with self._lock:
            return sum(self._balances.values())
