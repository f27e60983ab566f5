# deadlock: apply([]) returns early without giving the lock back
import threading


class Ledger:
    def __init__(self):
        self._lock = threading.RLock()
        self._balances = {}

    def add(self, name, amount):
        with self._lock:
            new = self._balances.get(name, 0) + amount
            if new < 0:
                raise ValueError(name)
            self._balances[name] = new

    def apply(self, entries):
        self._lock.acquire()
        if not entries:
            return
        try:
            net = {}
            for name, amount in entries:
                net[name] = net.get(name, 0) + amount
            for name, amount in net.items():
                if self.balance(name) + amount < 0:
                    raise ValueError(name)
            for name, amount in net.items():
                self.add(name, amount)
        finally:
            self._lock.release()

    def balance(self, name):
        with self._lock:
            return self._balances.get(name, 0)

    def total(self):
        with self._lock:
            return sum(self._balances.values())
