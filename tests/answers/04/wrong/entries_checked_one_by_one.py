# wrong-result: each entry is checked against the old balance alone, two debits of one name together go below zero
import threading


class Ledger:
    def __init__(self):
        self._lock = threading.RLock()
        self._balances = {}

    def add(self, name, amount):
        self.apply([(name, amount)])

    def apply(self, entries):
        with self._lock:
            for name, amount in entries:
                if self.balance(name) + amount < 0:
                    raise ValueError(f"{name} has too little")
            for name, amount in entries:
                self._balances[name] = self.balance(name) + amount

    def balance(self, name):
        with self._lock:
            return self._balances.get(name, 0)

    def total(self):
        with self._lock:
            return sum(self._balances.values())
