# right: a dict subclass for the balances (zero for the unknown) and a mixin with an RLock as context manager
import threading


class _Monitor:
    def __init__(self):
        self.__lock = threading.RLock()

    def __enter__(self):
        self.__lock.acquire()
        return self

    def __exit__(self, *exc_info):
        self.__lock.release()
        return False


class _Balances(dict):
    def __missing__(self, name):
        return 0


class Ledger(_Monitor):
    def __init__(self):
        super().__init__()
        self._balances = _Balances()

    def add(self, name, amount):
        with self:
            if (left := self._balances[name] + amount) < 0:
                raise ValueError(f"{name}: {left}")
            self._balances[name] = left

    def apply(self, entries):
        with self:
            trial = _Balances(self._balances)
            touched = set()
            for name, amount in entries:
                trial[name] += amount
                touched.add(name)
            for name in touched:
                if trial[name] < 0:
                    raise ValueError(f"{name}: {trial[name]}")
            for name in touched:
                self.add(name, trial[name] - self._balances[name])

    def balance(self, name):
        with self:
            return self._balances[name]

    def total(self):
        with self:
            return sum(self._balances.values())
