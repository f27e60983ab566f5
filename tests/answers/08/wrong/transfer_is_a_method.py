# crash: transfer is only a method of Account, the module has no function of that name
import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.RLock()

    def transfer(self, target, amount):
        first, second = sorted((self, target), key=id)
        with first.lock, second.lock:
            if self.balance < amount:
                return False
            self.balance -= amount
            target.balance += amount
            return True
