# wrong-result: only apply() looks whether a balance falls below zero, add() lets it
import threading


class Ledger:
    def __init__(self):
        self._lock = threading.RLock()
        self._balances = {}

    def add(self, name, amount):
        with self._lock:
            self._balances[name] = self._balances.get(name, 0) + amount

    def apply(self, entries):
        with self._lock:
            before = dict(self._balances)
            for name, amount in entries:
                self.add(name, amount)
            if any(value < 0 for value in self._balances.values()):
                self._balances = before
                raise ValueError("a balance would end below zero")

    def balance(self, name):
        with self._lock:
            return self._balances.get(name, 0)

    def total(self):
        with self._lock:
            return sum(self._balances.values())
