# deadlock: Condition(Lock()) is not reentrant; total() takes it and calls balance(), which takes it again
import threading


class Ledger:
    def __init__(self):
        self._cond = threading.Condition(threading.Lock())
        self._balances = {}

    def _change(self, net):
        new = {n: self._balances.get(n, 0) + a for n, a in net.items()}
        if any(v < 0 for v in new.values()):
            raise ValueError("below zero")
        self._balances.update(new)

    def add(self, name, amount):
        with self._cond:
            self._change({name: amount})

    def apply(self, entries):
        net = {}
        for name, amount in entries:
            net[name] = net.get(name, 0) + amount
        with self._cond:
            self._change(net)

    def balance(self, name):
        with self._cond:
            return self._balances.get(name, 0)

    def total(self):
        with self._cond:
            return sum(self.balance(name) for name in self._balances)
