# right: RLock used with acquire / try / finally everywhere, two passes in apply()
import threading


class Ledger(object):

    def __init__(self):
        self._mutex = threading.RLock()
        self._data = {}

    def add(self, name, amount):
        self._mutex.acquire()
        try:
            old = self._data.get(name, 0)
            if old + amount < 0:
                raise ValueError("balance of %s too low" % name)
            self._data[name] = old + amount
        finally:
            self._mutex.release()

    def apply(self, entries):
        self._mutex.acquire()
        try:
            preview = {}
            for name, amount in entries:
                if name not in preview:
                    preview[name] = self._data.get(name, 0)
                preview[name] += amount
            for name in preview:
                if preview[name] < 0:
                    raise ValueError("balance of %s too low" % name)
            for name in preview:
                self.add(name, preview[name] - self._data.get(name, 0))
        finally:
            self._mutex.release()

    def balance(self, name):
        self._mutex.acquire()
        try:
            return self._data.get(name, 0)
        finally:
            self._mutex.release()

    def total(self):
        self._mutex.acquire()
        try:
            result = 0
            for value in self._data.values():
                result += value
            return result
        finally:
            self._mutex.release()
