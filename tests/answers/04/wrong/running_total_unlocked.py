# race: a running total is kept beside the balances and changed after the lock is gone, updates get lost
import threading


class Ledger:
    def __init__(self):
        self._lock = threading.RLock()
        self._balances = {}
        self._total = 0

    def add(self, name, amount):
        with self._lock:
            new = self._balances.get(name, 0) + amount
            if new < 0:
                raise ValueError(name)
            self._balances[name] = new
        current = self._total
        self._total = current + amount

    def apply(self, entries):
        with self._lock:
            net = {}
            for name, amount in entries:
                net[name] = net.get(name, 0) + amount
            for name, amount in net.items():
                if self.balance(name) + amount < 0:
                    raise ValueError(name)
            self._balances.update({n: self.balance(n) + a for n, a in net.items()})
            self._total += sum(net.values())

    def balance(self, name):
        with self._lock:
            return self._balances.get(name, 0)

    def total(self):
        with self._lock:
            return self._total
