# pass: an honest answer whose accounts have `__eq__`, `__lt__` and `__hash__` by their number
"""The order of the locks is the order of the accounts, which is given by a counter."""

import functools
import itertools
import threading

_numbers = itertools.count()


@functools.total_ordering
class Account:
    def __init__(self, balance):
        self.balance = balance
        self.number = next(_numbers)
        self.lock = threading.Lock()

    def __eq__(self, other):
        return isinstance(other, Account) and self.number == other.number

    def __lt__(self, other):
        return self.number < other.number

    def __hash__(self):
        return hash(self.number)


def transfer(source, target, amount):
    if source == target:
        with source.lock:
            return source.balance >= amount
    first, second = sorted([source, target])
    with first.lock, second.lock:
        if source.balance < amount:
            return False
        source.balance -= amount
        target.balance += amount
        return True
