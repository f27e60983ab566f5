# race: the balances are read before the locks are held, so old numbers are written back
import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source, target, amount):
    new_source = source.balance - amount
    new_target = target.balance + amount
    if new_source < 0:
        return False
    if source is target:
        return True
    first, second = sorted((source, target), key=id)
    with first.lock:
        with second.lock:
            source.balance = new_source
            target.balance = new_target
    return True
