# fail error review: tries to put one real lock around all, which no scheduler sees
"""A real lock from `_thread` is taken without a step, and the code inside has no hooks.

One lock for all is what the exercise forbids, and here it is not even waited for: who
does not get it goes on without.
"""

import importlib

LOCK = importlib.import_module("_thread").allocate_lock()
INSIDE = compile(
    "def move(source, target, amount):\n"
    "    enough = source.balance >= amount\n"
    "    if enough:\n"
    "        source.balance -= amount\n"
    "        target.balance += amount\n"
    "    return bool(enough)\n",
    __file__,
    "exec",
)
NAMES = {}
exec(INSIDE, NAMES)


class Account:
    def __init__(self, balance):
        self.balance = balance


def transfer(source, target, amount):
    mine = LOCK.acquire(False)
    try:
        return NAMES["move"](source, target, amount)
    finally:
        if mine:
            LOCK.release()
