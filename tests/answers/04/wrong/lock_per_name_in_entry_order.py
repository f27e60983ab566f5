# deadlock: a lock per name, taken in the order of the entries; [a, b] against [b, a] wait for each other
import threading
from contextlib import ExitStack


class Ledger:
    def __init__(self):
        self._meta = threading.Lock()
        self._locks = {}
        self._balances = {}

    def _lock_of(self, name):
        with self._meta:
            if name not in self._locks:
                self._locks[name] = threading.RLock()
                self._balances[name] = 0
            return self._locks[name]

    def add(self, name, amount):
        with self._lock_of(name):
            if self._balances[name] + amount < 0:
                raise ValueError(name)
            self._balances[name] += amount

    def apply(self, entries):
        net = {}
        for name, amount in entries:
            net[name] = net.get(name, 0) + amount
        with ExitStack() as held:
            for name in net:
                held.enter_context(self._lock_of(name))
            for name, amount in net.items():
                if self._balances[name] + amount < 0:
                    raise ValueError(name)
            for name, amount in net.items():
                self.add(name, amount)

    def balance(self, name):
        with self._lock_of(name):
            return self._balances[name]

    def total(self):
        while True:
            with self._meta:
                names = list(self._locks)
            with ExitStack() as held:
                for name in names:
                    held.enter_context(self._lock_of(name))
                if len(names) == len(self._locks):      # else a new name came up meanwhile
                    return sum(self._balances[name] for name in names)
