"""The club's ledger: who has how much, and what belongs together.

The idea here: a method that holds the lock calls another one that takes the
same lock.  An `RLock` lets the thread that has it in once more.
"""

import threading


class Ledger:
    """Balances by name; none of them is ever below zero."""

    def __init__(self) -> None:
        """Begin with nobody in it."""
        self._balances: dict[str, int] = {}
        self._lock = threading.Lock()

    def add(self, name: str, amount: int) -> None:
        """Add *amount*, which may be negative, to the balance of *name*.

        Raises ValueError, and nothing has changed, when it would end below zero.
        """
        with self._lock:
            after = self._balances.get(name, 0) + amount
            if after < 0:
                raise ValueError(f"{name} has too little")
            self._balances[name] = after

    def apply(self, entries: list[tuple[str, int]]) -> None:
        """Add all of *entries* as one step, or none of them.

        Raises ValueError, and nothing has changed, when any balance would end
        below zero.
        """
        # TODO: is this one step for somebody who reads meanwhile?  And what is
        # left behind when an entry in the middle can't be added?
        for name, amount in entries:
            self.add(name, amount)

    def balance(self, name: str) -> int:
        """How much *name* has; 0 for somebody unknown."""
        return self._balances.get(name, 0)

    def total(self) -> int:
        """How much all have together."""
        return sum(self._balances.values())
