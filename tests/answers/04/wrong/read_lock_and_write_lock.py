# race: writers take one lock and readers another one, so a reader sees half a batch
import threading


class Ledger:
    def __init__(self):
        self._write_lock = threading.RLock()
        self._read_lock = threading.RLock()
        self._balances = {}

    def add(self, name, amount):
        with self._write_lock:
            new = self._balances.get(name, 0) + amount
            if new < 0:
                raise ValueError(name)
            self._balances[name] = new

    def apply(self, entries):
        with self._write_lock:
            net = {}
            for name, amount in entries:
                net[name] = net.get(name, 0) + amount
            for name, amount in net.items():
                if self._balances.get(name, 0) + amount < 0:
                    raise ValueError(name)
            for name, amount in net.items():
                self.add(name, amount)

    def balance(self, name):
        with self._read_lock:
            return self._balances.get(name, 0)

    def total(self):
        with self._read_lock:
            return sum(list(self._balances.values()))
