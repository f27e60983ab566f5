# race: every call makes its own RLock, which keeps nobody out
import threading


class Ledger:
    def __init__(self):
        self._balances = {}

    def add(self, name, amount):
        with threading.RLock():
            new = self._balances.get(name, 0) + amount
            if new < 0:
                raise ValueError(name)
            self._balances[name] = new

    def apply(self, entries):
        with threading.RLock():
            net = {}
            for name, amount in entries:
                net[name] = net.get(name, 0) + amount
            for name, amount in net.items():
                if self.balance(name) + amount < 0:
                    raise ValueError(name)
            for name, amount in net.items():
                self.add(name, amount)

    def balance(self, name):
        with threading.RLock():
            return self._balances.get(name, 0)

    def total(self):
        with threading.RLock():
            return sum(list(self._balances.values()))
