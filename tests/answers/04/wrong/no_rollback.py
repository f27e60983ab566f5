# wrong-result: a batch refused at a later entry leaves the earlier entries in place
import threading


class Ledger:
    def __init__(self):
        self._lock = threading.RLock()
        self._balances = {}

    def add(self, name, amount):
        with self._lock:
            new = self._balances.get(name, 0) + amount
            if new < 0:
                raise ValueError(f"{name} would end at {new}")
            self._balances[name] = new

    def apply(self, entries):
        with self._lock:
            for name, amount in entries:
                self.add(name, amount)

    def balance(self, name):
        with self._lock:
            return self._balances.get(name, 0)

    def total(self):
        with self._lock:
            return sum(self._balances.values())
