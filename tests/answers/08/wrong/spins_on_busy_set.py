# endless: whoever finds an account busy asks again and again without waiting, a busy wait
import threading

guard = threading.Lock()
busy = set()


class Account:
    def __init__(self, balance):
        self.balance = balance


def transfer(source, target, amount):
    pair = {source, target}
    while True:
        with guard:
            if not (busy & pair):
                busy.update(pair)
                break
    try:
        if source.balance < amount:
            return False
        source.balance -= amount
        target.balance += amount
        return True
    finally:
        with guard:
            busy.difference_update(pair)
