# race: waits with if instead of while, so after waking it can take an account that is busy again
import threading

changed = threading.Condition()
busy = set()


class Account:
    def __init__(self, balance):
        self.balance = balance


def transfer(source, target, amount):
    pair = {source, target}
    with changed:
        if busy & pair:
            changed.wait()
        busy.update(pair)
    try:
        if source.balance < amount:
            return False
        source.balance -= amount
        target.balance += amount
        return True
    finally:
        with changed:
            busy.difference_update(pair)
            changed.notify_all()
