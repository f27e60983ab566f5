# right: a set of the accounts (so one account is locked once), sorted, entered with an ExitStack
from contextlib import ExitStack
from threading import Lock


class Account:
    def __init__(self, balance):
        self.balance = balance
        self._lock = Lock()

    def __enter__(self):
        self._lock.acquire()
        return self

    def __exit__(self, *exc_info):
        self._lock.release()


def transfer(source, target, amount):
    with ExitStack() as stack:
        for account in sorted({source, target}, key=id):
            stack.enter_context(account)
        if amount > source.balance:
            return False
        source.balance = source.balance - amount
        target.balance = target.balance + amount
    return True
