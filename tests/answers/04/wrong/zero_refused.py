# crash: <= for <, a balance that ends at exactly zero raises ValueError
import threading


class Ledger:
    def __init__(self):
        self._lock = threading.RLock()
        self._balances = {}

    def add(self, name, amount):
        with self._lock:
            new = self._balances.get(name, 0) + amount
            if new <= 0:
                raise ValueError(f"{name} has not enough")
            self._balances[name] = new

    def apply(self, entries):
        with self._lock:
            net = {}
            for name, amount in entries:
                net[name] = net.get(name, 0) + amount
            before = dict(self._balances)
            try:
                for name, amount in net.items():
                    self.add(name, amount)
            except ValueError:
                self._balances = before
                raise

    def balance(self, name):
        with self._lock:
            return self._balances.get(name, 0)

    def total(self):
        with self._lock:
            return sum(self._balances.values())
