# endless: on a failed try-lock both sides nap equally long and can then collide again, for ever
import time
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
        source.lock.acquire()
        if target.lock.acquire(blocking=False):
            break
        source.lock.release()
        time.sleep(0.01)
    try:
        if source.balance < amount:
            return False
        source.balance -= amount
        target.balance += amount
        return True
    finally:
        target.lock.release()
        source.lock.release()
