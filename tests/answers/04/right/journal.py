# right: RLock around a journal of entries; balances are summed from the journal, a failed batch is cut off again
import threading


class Ledger:
    def __init__(self):
        self._lock = threading.RLock()
        self._journal = []

    def add(self, name, amount):
        with self._lock:
            if self.balance(name) + amount < 0:
                raise ValueError("not enough for %r" % (name,))
            self._journal.append((name, amount))

    def apply(self, entries):
        with self._lock:
            mark = len(self._journal)
            # positive amounts first: then every intermediate balance is at least the final one
            for name, amount in sorted(entries, key=lambda e: -e[1]):
                try:
                    self.add(name, amount)
                except ValueError:
                    del self._journal[mark:]
                    raise

    def balance(self, name):
        with self._lock:
            return sum(amount for who, amount in self._journal if who == name)

    def total(self):
        with self._lock:
            return sum(amount for _, amount in self._journal)
