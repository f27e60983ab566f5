# serial: one global lock, so transfers between disjoint pairs wait for each other
import threading

bank_lock = threading.Lock()


class Account:
    def __init__(self, balance):
        self.balance = balance


def transfer(source, target, amount):
    with bank_lock:
        if source.balance < amount:
            return False
        source.balance -= amount
        target.balance += amount
        return True
