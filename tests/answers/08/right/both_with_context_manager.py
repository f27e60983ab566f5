# right: a context manager holds both accounts, Semaphore(1) for each, ordered by a random key with a tie lock
import random
import threading
from contextlib import contextmanager

tie_lock = threading.Lock()


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.key = random.getrandbits(64)
        self.turn = threading.Semaphore(1)


@contextmanager
def holding(one, other):
    if one is other:
        with one.turn:
            yield
    elif one.key == other.key:
        with tie_lock, one.turn, other.turn:
            yield
    else:
        first, second = (one, other) if one.key < other.key else (other, one)
        with first.turn, second.turn:
            yield


def transfer(source, target, amount):
    with holding(source, target):
        if source.balance - amount < 0:
            return False
        source.balance -= amount
        target.balance += amount
        return True
