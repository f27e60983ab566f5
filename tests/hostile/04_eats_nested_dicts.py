# fail error: tries to take memory by dicts in dicts, whose end takes the C stack as well
"""Ten million levels; freeing them goes down as deep again."""


class Ledger:
    def __init__(self):
        box = {}
        for level in range(10_000_000):
            box = {level: box}
        self._box = box

    def add(self, name, amount):
        pass

    apply = add

    def balance(self, name):
        return 0

    total = balance
