# serial: locks are picked by id() % 4, ids are multiples of 16, so every account gets the same lock
import threading

LOCKS = [threading.Lock() for _ in range(4)]


class Account:
    def __init__(self, balance):
        self.balance = balance


def transfer(source, target, amount):
    one, other = sorted((id(source) % 4, id(target) % 4))
    LOCKS[one].acquire()
    if other != one:
        LOCKS[other].acquire()
    try:
        if source.balance < amount:
            return False
        source.balance -= amount
        target.balance += amount
        return True
    finally:
        if other != one:
            LOCKS[other].release()
        LOCKS[one].release()
