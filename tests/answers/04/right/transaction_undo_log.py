# right: the ledger is itself a re-entrant transaction (__enter__/__exit__ on an RLock) with an undo log, judged at the outermost exit
import threading


class Ledger:
    def __init__(self):
        self._guard = threading.RLock()
        self._depth = 0
        self._before = {}
        self._balances = {}

    # -- transaction ------------------------------------------------------
    def __enter__(self):
        self._guard.acquire()
        if self._depth == 0:
            self._before = {}
        self._depth += 1
        return self

    def __exit__(self, kind, error, trace):
        try:
            self._depth -= 1
            if self._depth == 0:
                overdrawn = [n for n in self._before if self._balances.get(n, 0) < 0]
                if kind is not None or overdrawn:
                    self._roll_back()
                if kind is None and overdrawn:
                    raise ValueError("below zero: " + ", ".join(overdrawn))
        finally:
            self._guard.release()
        return False

    def _roll_back(self):
        for name, old in self._before.items():
            if old is None:
                self._balances.pop(name, None)
            else:
                self._balances[name] = old

    # -- public -----------------------------------------------------------
    def add(self, name, amount):
        with self:
            self._before.setdefault(name, self._balances.get(name))
            self._balances[name] = self._balances.get(name, 0) + amount

    def apply(self, entries):
        with self:
            for name, amount in entries:
                self.add(name, amount)

    def balance(self, name):
        with self:
            return self._balances.get(name, 0)

    def total(self):
        with self:
            return sum(self._balances.values())
