# fail error: tries to take memory and time by an iterator that C code runs to its end
"""`dict.fromkeys(range(…))` and `set(product(…))` are single calls."""

import itertools


class Account:
    def __init__(self, balance):
        self.balance = balance
        self._seen = set(itertools.product(range(9_000), repeat=2))


def transfer(source, target, amount):
    return bool(dict.fromkeys(range(80_000_000)))
