# right: one short Condition guards a set of busy accounts, the money moves outside of it
import threading

_changed = threading.Condition()
_busy = set()


class Account:
    def __init__(self, balance):
        self.balance = balance


def _take(pair):
    with _changed:
        while _busy & pair:
            _changed.wait()
        _busy.update(pair)


def _give_back(pair):
    with _changed:
        _busy.difference_update(pair)
        _changed.notify_all()


def transfer(source, target, amount):
    pair = {source, target}
    _take(pair)
    try:
        if source.balance < amount:
            return False
        source.balance -= amount
        target.balance += amount
        return True
    finally:
        _give_back(pair)
