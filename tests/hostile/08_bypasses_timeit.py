# fail error review: tries to run the racy lines through `timeit`, which executes strings
"""`timeit.timeit` compiles a statement for itself: no hooks, and no word `exec` here.

The two balances are read and written without any lock.
"""

import timeit

MOVE = """
if source.balance >= amount:
    source.balance -= amount
    target.balance += amount
    done.append(True)
"""


class Account:
    def __init__(self, balance):
        self.balance = balance


def transfer(source, target, amount):
    done = []
    timeit.timeit(MOVE, number=1, globals={**locals()})
    return bool(done)
