# right: dataclass with an RLock field and a context manager "transaction" that works on a draft
from __future__ import annotations

import contextlib
import threading
from dataclasses import dataclass, field
from typing import Iterator


@dataclass
class Ledger:
    _lock: threading.RLock = field(default_factory=threading.RLock, init=False, repr=False)
    _book: dict[str, int] = field(default_factory=dict, init=False)

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[dict[str, int]]:
        with self._lock:
            draft = self._book.copy()
            yield draft
            for name, amount in draft.items():
                if amount < 0:
                    raise ValueError(f"{name} would end at {amount}")
            self._book = draft

    def add(self, name: str, amount: int) -> None:
        with self._transaction() as draft:
            draft[name] = draft.get(name, 0) + amount

    def apply(self, entries: list[tuple[str, int]]) -> None:
        with self._transaction() as draft:
            for name, amount in entries:
                draft[name] = draft.get(name, 0) + amount

    def balance(self, name: str) -> int:
        with self._lock:
            return self._book.get(name, 0)

    def total(self) -> int:
        with self._lock:
            return sum(self._book.values())
