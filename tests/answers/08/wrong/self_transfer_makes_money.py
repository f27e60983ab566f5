# wrong-result: both new balances are worked out first, so transfer(a, a, x) adds x out of nothing
import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.RLock()


def transfer(source, target, amount):
    first, second = sorted((source, target), key=id)
    with first.lock, second.lock:
        left = source.balance - amount
        more = target.balance + amount
        if left < 0:
            return False
        source.balance = left
        target.balance = more
        return True
