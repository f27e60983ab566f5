# race: the check and the move are each locked, but the lock is freed between the two
import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.Lock()


def has_enough(account, amount):
    with account.lock:
        return account.balance >= amount


def transfer(source, target, amount):
    if not has_enough(source, amount):
        return False
    with source.lock:
        source.balance -= amount
    with target.lock:
        target.balance += amount
    return True
