# right: accounts are numbered when they are made, the RLock of the lower number is taken first
import itertools
import threading


class Account:
    _numbers = itertools.count(1)

    def __init__(self, balance: int):
        self.number = next(Account._numbers)
        self.balance = balance
        self.lock = threading.RLock()


def transfer(source: Account, target: Account, amount: int) -> bool:
    low, high = sorted((source, target), key=lambda account: account.number)
    # an RLock may be taken twice by the same thread, so low and high can be one account
    with low.lock, high.lock:
        if source.balance < amount:
            return False
        source.balance -= amount
        target.balance += amount
        return True
