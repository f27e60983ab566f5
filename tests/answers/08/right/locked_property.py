# right: balance is a property over a private number, transfer orders the locks and uses the private numbers
import threading


class Account:
    def __init__(self, balance: int) -> None:
        self._balance = balance
        self._lock = threading.RLock()

    @property
    def balance(self) -> int:
        with self._lock:
            return self._balance

    def _move_to(self, other: "Account", amount: int) -> bool:
        if self._balance < amount:
            return False
        self._balance -= amount
        other._balance += amount
        return True


def transfer(source: Account, target: Account, amount: int) -> bool:
    if id(source) <= id(target):
        with source._lock, target._lock:
            return source._move_to(target, amount)
    with target._lock, source._lock:
        return source._move_to(target, amount)
