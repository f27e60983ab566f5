# crash: for transfer(a, a, x) the one lock is released twice, which raises RuntimeError
import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source, target, amount):
    first, second = sorted((source, target), key=id)
    first.lock.acquire()
    if second is not first:
        second.lock.acquire()
    try:
        if source.balance < amount:
            return False
        source.balance -= amount
        target.balance += amount
        return True
    finally:
        second.lock.release()
        first.lock.release()
