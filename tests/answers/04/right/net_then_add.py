# right: RLock; net change per name checked first, then apply() calls add() once per name
import threading
from collections import defaultdict


class Ledger:
    def __init__(self):
        self._lock = threading.RLock()
        self._balances = {}

    def add(self, name, amount):
        with self._lock:
            new = self._balances.get(name, 0) + amount
            if new < 0:
                raise ValueError(f"{name} would end at {new}")
            self._balances[name] = new

    def apply(self, entries):
        with self._lock:
            net = defaultdict(int)
            for name, amount in entries:
                net[name] += amount
            for name, amount in net.items():
                if self.balance(name) + amount < 0:
                    raise ValueError(f"not enough on {name}")
            for name, amount in net.items():
                self.add(name, amount)

    def balance(self, name):
        with self._lock:
            return self._balances.get(name, 0)

    def total(self):
        with self._lock:
            return sum(self._balances.values())
