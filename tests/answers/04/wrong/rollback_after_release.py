# race: the undo runs after the lock was freed, a reader can see the half batch that is being refused
from threading import RLock


class Ledger:
    def __init__(self):
        self._lock = RLock()
        self._balances = {}

    def add(self, name, amount):
        with self._lock:
            new = self._balances.get(name, 0) + amount
            if new < 0:
                raise ValueError(name)
            self._balances[name] = new

    def apply(self, entries):
        done = []
        try:
            with self._lock:
                for name, amount in sorted(entries, key=lambda e: e[1] < 0):
                    self.add(name, amount)
                    done.append((name, amount))
        except ValueError:
            with self._lock:
                for name, amount in reversed(done):
                    self._balances[name] -= amount
            raise

    def balance(self, name):
        with self._lock:
            return self._balances.get(name, 0)

    def total(self):
        with self._lock:
            return sum(self._balances.values())
