# deadlock: nobody notifies the Condition when accounts become free, so whoever waits waits for ever
import threading

changed = threading.Condition()
busy = set()


class Account:
    def __init__(self, balance):
        self.balance = balance


def transfer(source, target, amount):
    pair = {source, target}
    with changed:
        while busy & pair:
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
