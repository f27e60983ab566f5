# right: check and withdraw under the source's lock, then deposit under the target's lock, never two at once
import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self._lock = threading.Lock()

    def withdraw(self, amount):
        with self._lock:
            if self.balance < amount:
                return False
            self.balance -= amount
            return True

    def deposit(self, amount):
        with self._lock:
            self.balance += amount

    def covers(self, amount):
        with self._lock:
            return self.balance >= amount


def transfer(source, target, amount):
    if source is target:
        return source.covers(amount)
    if not source.withdraw(amount):
        return False
    target.deposit(amount)
    return True
