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
        self._lock = threading.RLock()

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
        # The lock is held from the first entry to the last, so nobody sees half a
        # batch; `add` takes it once more, which only an RLock allows.
        with self._lock:
            before = dict(self._balances)
            try:
                for name, amount in entries:
                    self.add(name, amount)
            except ValueError:
                self._balances = before
                raise

    def balance(self, name: str) -> int:
        """How much *name* has; 0 for somebody unknown."""
        with self._lock:
            return self._balances.get(name, 0)

    def total(self) -> int:
        """How much all have together."""
        with self._lock:
            return sum(self._balances.values())
