# fail error: tries to end the process from a `__del__`, where exceptions are swallowed
"""An object dies when the run lets go of it, and takes the process along."""

import importlib

leave = importlib.import_module("posix")._exit


class Ledger:
    def add(self, name, amount):
        pass

    def apply(self, entries):
        pass

    def balance(self, name):
        return 0

    def total(self):
        return 0

    def __del__(self):
        leave(0)
