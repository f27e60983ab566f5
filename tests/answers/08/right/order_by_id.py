# right: each account has a lock, the two locks are taken in the order of id()
import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.Lock()


def move(source, target, amount):
    if source.balance < amount:
        return False
    source.balance -= amount
    target.balance += amount
    return True


def transfer(source, target, amount):
    if source is target:
        with source.lock:
            return source.balance >= amount
    first, second = source, target
    if id(first) > id(second):
        first, second = second, first
    with first.lock:
        with second.lock:
            return move(source, target, amount)
