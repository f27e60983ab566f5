# right: a @synchronized decorator that takes the object's RLock around each public method
import functools
import threading
from collections import Counter


def synchronized(method):
    @functools.wraps(method)
    def wrapper(self, *args, **kwargs):
        with self._lock:
            return method(self, *args, **kwargs)
    return wrapper


class Ledger:
    def __init__(self):
        self._lock = threading.RLock()
        self._balances = Counter()

    @synchronized
    def add(self, name, amount):
        if self._balances[name] + amount < 0:
            raise ValueError(name)
        self._balances[name] += amount

    @synchronized
    def apply(self, entries):
        changes = Counter()
        for name, amount in entries:
            changes[name] += amount
        short = [name for name in changes if self._balances[name] + changes[name] < 0]
        if short:
            raise ValueError(", ".join(short))
        for name in changes:
            self.add(name, changes[name])

    @synchronized
    def balance(self, name):
        return self._balances[name]

    @synchronized
    def total(self):
        return sum(self._balances.values())
