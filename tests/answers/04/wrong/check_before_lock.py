# race: apply() checks the balances before it takes the lock, two batches can both spend the same money
import threading


class Ledger:
    def __init__(self):
        self._lock = threading.RLock()
        self._balances = {}

    def add(self, name, amount):
        self.apply([(name, amount)])

    def apply(self, entries):
        net = {}
        for name, amount in entries:
            net[name] = net.get(name, 0) + amount
        for name, amount in net.items():
            if self.balance(name) + amount < 0:
                raise ValueError(f"{name} has too little")
        with self._lock:
            for name, amount in net.items():
                self._balances[name] = self._balances.get(name, 0) + amount

    def balance(self, name):
        with self._lock:
            return self._balances.get(name, 0)

    def total(self):
        with self._lock:
            return sum(self._balances.values())
