# wrong-result: the entries that fit stay, ValueError comes at the end for the others
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
        refused = []
        with self._lock:
            for name, amount in sorted(entries, key=lambda e: e[1] < 0):
                try:
                    self.add(name, amount)
                except ValueError:
                    refused.append(name)
        if refused:
            raise ValueError("refused: " + ", ".join(refused))

    def balance(self, name):
        with self._lock:
            return self._balances.get(name, 0)

    def total(self):
        with self._lock:
            return sum(self._balances.values())
