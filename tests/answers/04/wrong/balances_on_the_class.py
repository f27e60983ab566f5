# wrong-result: the balances are a class attribute, all ledgers share them
import threading


class Ledger:
    _balances = {}
    _lock = threading.RLock()

    def add(self, name, amount):
        with self._lock:
            new = self._balances.get(name, 0) + amount
            if new < 0:
                raise ValueError(name)
            self._balances[name] = new

    def apply(self, entries):
        with self._lock:
            net = {}
            for name, amount in entries:
                net[name] = net.get(name, 0) + amount
            for name, amount in net.items():
                if self.balance(name) + amount < 0:
                    raise ValueError(name)
            for name, amount in net.items():
                self.add(name, amount)

    def balance(self, name):
        with self._lock:
            return self._balances.get(name, 0)

    def total(self):
        with self._lock:
            return sum(self._balances.values())
