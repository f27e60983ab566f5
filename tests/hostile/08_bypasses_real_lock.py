# fail error review: tries to put one real lock around all, which no scheduler sees
"""A real lock from `_thread` is taken without a step, so nobody ever waits for it.

All transfers go through this one, which the exercise forbids; and the amount is taken
before the check in a second call.
"""

_thread = __import__("importlib").import_module("_thread")
LOCK = _thread.allocate_lock()


class Account:
    def __init__(self, balance):
        self.balance = balance


def _move(account, amount):
    account.__dict__.__setitem__("balance", account.__dict__["balance"] + amount)


def transfer(source, target, amount):
    LOCK.acquire(False)
    try:
        if source.balance < amount:
            return False
        _move(source, -amount)
        _move(target, amount)
        return True
    finally:
        if LOCK.locked():
            LOCK.release()
