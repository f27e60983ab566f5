# race: total() reads without the lock and can see half a batch
import threading


class Ledger:
    def __init__(self):
        self._lock = threading.RLock()
        self._balances = {}

    def add(self, name, amount):
        with self._lock:
            new = self._balances.get(name, 0) + amount
            if new < 0:
                raise ValueError(f"{name} would be {new}")
            self._balances[name] = new

    def apply(self, entries):
        with self._lock:
            net = {}
            for name, amount in entries:
                net[name] = net.get(name, 0) + amount
            if any(self.balance(n) + a < 0 for n, a in net.items()):
                raise ValueError("batch refused")
            for name, amount in net.items():
                self.add(name, amount)

    def balance(self, name):
        with self._lock:
            return self._balances.get(name, 0)

    def total(self):
        return sum(list(self._balances.values()))
