# right: writers build a new dictionary under an RLock and swap it in; readers read one reference, no lock needed
import threading


class Ledger:
    def __init__(self):
        self._write = threading.RLock()
        self._now = {}              # never changed in place, only replaced

    def add(self, name, amount):
        with self._write:
            self.apply([(name, amount)])

    def apply(self, entries):
        with self._write:
            new = dict(self._now)
            for name, amount in entries:
                new[name] = new.get(name, 0) + amount
            if new and min(new.values()) < 0:
                raise ValueError("a balance would end below zero")
            self._now = new

    def balance(self, name):
        return self._now.get(name, 0)

    def total(self):
        return sum(self._now.values())
