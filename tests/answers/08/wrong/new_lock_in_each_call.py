# race: every call makes a lock of its own, which keeps nobody out
import threading


class Account:
    def __init__(self, balance):
        self.balance = balance


def transfer(source, target, amount):
    lock = threading.Lock()
    with lock:
        if source.balance >= amount:
            source.balance -= amount
            target.balance += amount
            return True
        return False
