# wrong-result: a refused batch returns False, no ValueError reaches the caller of apply()
import threading


class Ledger:
    def __init__(self):
        self._lock = threading.RLock()
        self._balances = {}

    def add(self, name, amount):
        with self._lock:
            new = self._balances.get(name, 0) + amount
            if new < 0:
                raise ValueError(name)
            self._balances[name] = new

    def apply(self, entries):
        with self._lock:
            before = self._balances.copy()
            try:
                for name, amount in sorted(entries, key=lambda e: e[1] < 0):
                    self.add(name, amount)
            except ValueError:
                self._balances = before
                return False
            return True

    def balance(self, name):
        with self._lock:
            return self._balances.get(name, 0)

    def total(self):
        with self._lock:
            return sum(self._balances.values())
