# wrong-result: the "saved" dictionary is the same object, not a copy, so nothing is restored
import threading


class Ledger:
    def __init__(self):
        self._lock = threading.RLock()
        self._balances = {}

    def add(self, name, amount):
        with self._lock:
            if self._balances.get(name, 0) + amount < 0:
                raise ValueError(name)
            self._balances[name] = self._balances.get(name, 0) + amount

    def apply(self, entries):
        with self._lock:
            saved = self._balances
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
