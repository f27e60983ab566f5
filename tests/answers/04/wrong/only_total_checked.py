# wrong-result: the batch is refused when the total falls below zero, a single balance may
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
            if self.total() + sum(amount for _, amount in entries) < 0:
                raise ValueError("not enough money")
            for name, amount in entries:
                self._balances[name] = self._balances.get(name, 0) + amount

    def balance(self, name):
        with self._lock:
            return self._balances.get(name, 0)

    def total(self):
        with self._lock:
            return sum(self._balances.values())
