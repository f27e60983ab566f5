# right: the dict lives in a one-place queue; who has taken it out owns it, and puts back the old or the new one
import queue
from contextlib import contextmanager


def posted(balances, entries):
    """The balances after `entries`, as a new dict."""
    after = balances.copy()
    for name, amount in entries:
        after[name] = after.get(name, 0) + amount
    for name, amount in after.items():
        if amount < 0:
            raise ValueError(f"{name} would end at {amount}")
    return after


class Ledger:
    def __init__(self):
        self._box = queue.Queue(maxsize=1)
        self._box.put({})

    @contextmanager
    def _opened(self):
        balances = self._box.get()
        try:
            yield balances
        finally:
            self._box.put(balances)

    def add(self, name, amount):
        return self.apply([(name, amount)])

    def apply(self, entries):
        with self._opened() as balances:
            after = posted(balances, entries)
            balances.update(after)

    def balance(self, name):
        with self._opened() as balances:
            return balances.get(name, 0)

    def total(self):
        with self._opened() as balances:
            return sum(balances.values())
