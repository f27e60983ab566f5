# right: RLock; a copy of the dictionary is put back when the check at the end of the batch fails
import threading


class Ledger:
    def __init__(self):
        self.lock = threading.RLock()
        self.accounts = {}

    def add(self, name, amount):
        self.apply([(name, amount)])

    def apply(self, entries):
        with self.lock:
            saved = dict(self.accounts)
            try:
                for name, amount in entries:
                    self.accounts[name] = self.accounts.get(name, 0) + amount
                if any(value < 0 for value in self.accounts.values()):
                    raise ValueError("a balance would be negative")
            except BaseException:
                self.accounts = saved
                raise

    def balance(self, name):
        with self.lock:
            return self.accounts.get(name, 0)

    def total(self):
        with self.lock:
            return sum(self.accounts.values())
