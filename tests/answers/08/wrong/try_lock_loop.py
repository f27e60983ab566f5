# endless: try-locks in a loop, two transfers in opposite directions can make each other fail for ever
import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source, target, amount):
    if source is target:
        with source.lock:
            return source.balance >= amount
    while True:
        if source.lock.acquire(blocking=False):
            if target.lock.acquire(blocking=False):
                break
            source.lock.release()
    try:
        if source.balance < amount:
            return False
        source.balance -= amount
        target.balance += amount
        return True
    finally:
        target.lock.release()
        source.lock.release()
