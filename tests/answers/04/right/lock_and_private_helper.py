# right: a plain Lock; apply() and add() share a private helper that expects the lock to be held
import threading


class Ledger:
    def __init__(self):
        self._lock = threading.Lock()
        self._balances = {}

    def add(self, name, amount):
        with self._lock:
            self._change({name: amount})

    def apply(self, entries):
        change = {}
        for name, amount in entries:
            change[name] = change.get(name, 0) + amount
        with self._lock:
            self._change(change)

    def _change(self, change):
        """Lock held by the caller."""
        updated = {}
        for name, amount in change.items():
            updated[name] = self._balances.get(name, 0) + amount
            if updated[name] < 0:
                raise ValueError(f"{name} would be at {updated[name]}")
        self._balances.update(updated)

    def balance(self, name):
        with self._lock:
            return self._balances.get(name, 0)

    def total(self):
        with self._lock:
            return sum(self._balances.values())
