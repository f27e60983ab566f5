# right: a Condition is used as the lock (its default lock is an RLock)
from threading import Condition


class Ledger:
    def __init__(self):
        self._cond = Condition()
        self._balances = {}

    def add(self, name, amount):
        with self._cond:
            result = self._balances.get(name, 0) + amount
            if result < 0:
                raise ValueError("below zero")
            self._balances[name] = result

    def apply(self, entries):
        with self._cond:
            sums = {}
            for name, amount in entries:
                sums[name] = sums.get(name, 0) + amount
            if not all(self.balance(n) + a >= 0 for n, a in sums.items()):
                raise ValueError("below zero")
            for item in sums.items():
                self.add(*item)

    def balance(self, name):
        with self._cond:
            return self._balances.get(name, 0)

    def total(self):
        with self._cond:
            return sum(self._balances.values())
