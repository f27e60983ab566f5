# serial: the lock is an attribute of the class, so all accounts share one lock
import threading


class Account:
    lock = threading.RLock()

    def __init__(self, balance):
        self.balance = balance


def transfer(source, target, amount):
    first, second = sorted((source, target), key=id)
    with first.lock, second.lock:
        if source.balance < amount:
            return False
        source.balance -= amount
        target.balance += amount
        return True
