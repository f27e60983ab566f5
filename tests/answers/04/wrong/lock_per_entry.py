# race: apply() frees the lock between the entries, a reader sees half a batch
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
        done = []
        try:
            for name, amount in sorted(entries, key=lambda e: e[1] < 0):
                with self._lock:
                    self.add(name, amount)
                done.append((name, amount))
        except ValueError:
            for name, amount in reversed(done):
                self.add(name, -amount)
            raise

    def balance(self, name):
        with self._lock:
            return self._balances.get(name, 0)

    def total(self):
        with self._lock:
            return sum(self._balances.values())
