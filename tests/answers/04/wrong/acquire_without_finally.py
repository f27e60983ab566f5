# deadlock: the lock stays held when add() raises ValueError, every other thread then waits for ever
import threading


class Ledger:
    def __init__(self):
        self._lock = threading.RLock()
        self._balances = {}

    def add(self, name, amount):
        self._lock.acquire()
        new = self._balances.get(name, 0) + amount
        if new < 0:
            raise ValueError(name)
        self._balances[name] = new
        self._lock.release()

    def apply(self, entries):
        with self._lock:
            net = {}
            for name, amount in entries:
                net[name] = net.get(name, 0) + amount
            for name, amount in net.items():
                if self._balances.get(name, 0) + amount < 0:
                    raise ValueError(name)
            for name, amount in net.items():
                self.add(name, amount)

    def balance(self, name):
        with self._lock:
            return self._balances.get(name, 0)

    def total(self):
        with self._lock:
            return sum(self._balances.values())
