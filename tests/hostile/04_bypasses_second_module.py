# fail error review: tries to keep the racy code in a module that it writes and loads itself
"""What `importlib` loads from a file elsewhere is not rewritten.

The module is written into the temporary folder and is executed as it stands.
"""

import importlib.util
import os
import tempfile

SOURCE = """
class Ledger:
    def __init__(self):
        self._sums = {}
    def add(self, name, amount):
        after = self._sums.get(name, 0) + amount
        if after < 0:
            raise ValueError(name)
        self._sums[name] = after
    def apply(self, entries):
        before = dict(self._sums)
        try:
            for name, amount in entries:
                self.add(name, amount)
        except ValueError:
            self._sums = before
            raise
    def balance(self, name):
        return self._sums.get(name, 0)
    def total(self):
        return sum(self._sums.values())
"""
path = os.path.join(tempfile.gettempdir(), "threadlings-was-here-ledger.py")
with open(path, "w") as file:
    file.write(SOURCE)
spec = importlib.util.spec_from_file_location("plain_ledger", path)
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
Ledger = module.Ledger
