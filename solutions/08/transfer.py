"""Ann pays Bob while Bob pays Ann.

The idea here: a thread that holds one lock and waits for a second one can
wait for ever, when the thread that holds the second waits for the first.
"""

import threading


class Account:
    """An account with a balance in whole cents."""

    def __init__(self, balance: int) -> None:
        """Open an account with *balance* on it."""
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source: Account, target: Account, amount: int) -> bool:
    """Move *amount* from *source* to *target*, as one step.

    True when it was moved; False, and nothing has changed, when *source* has
    too little.  Many threads may call this at once, with any two accounts.
    """
    if source is target:
        return source.balance >= amount
    # Everybody takes the lock of the lower id first.  Whoever waits for a lock
    # holds only lower ones, so waiting can never go round in a circle.
    first, second = sorted((source, target), key=id)
    with first.lock, second.lock:
        if source.balance < amount:
            return False
        source.balance -= amount
        target.balance += amount
        return True
