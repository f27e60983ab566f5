# wrong-result: == of the dataclass compares balances, so two accounts with equal balances count as one
import threading
from dataclasses import dataclass, field


@dataclass
class Account:
    balance: int
    lock: object = field(default_factory=threading.RLock, compare=False, repr=False)


def transfer(source, target, amount):
    first, second = sorted((source, target), key=id)
    with first.lock, second.lock:
        if source.balance < amount:
            return False
        if source == target:
            return True
        source.balance -= amount
        target.balance += amount
        return True
