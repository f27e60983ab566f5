# right: RLock; apply() calls add(), credits before debits, and an undo log played backwards on failure
from __future__ import annotations

from threading import RLock


class Ledger:
    """Balances by name, none of which is ever below zero."""

    def __init__(self) -> None:
        self._book: dict[str, int] = {}
        self._guard = RLock()

    def add(self, name: str, amount: int) -> None:
        with self._guard:
            after = self.balance(name) + amount
            if after < 0:
                raise ValueError(f"{name!r}: {after}")
            self._book[name] = after

    def apply(self, entries: list[tuple[str, int]]) -> None:
        with self._guard:
            done: list[tuple[str, int]] = []
            # all the money in first, so that only the end of the batch decides
            ordered = sorted(entries, key=lambda entry: entry[1] < 0)
            try:
                for name, amount in ordered:
                    self.add(name, amount)
                    done.append((name, amount))
            except ValueError:
                while done:
                    name, amount = done.pop()
                    self.add(name, -amount)
                raise

    def balance(self, name: str) -> int:
        with self._guard:
            return self._book.get(name, 0)

    def total(self) -> int:
        with self._guard:
            return sum(self._book.values())
