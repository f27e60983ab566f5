# pass: an honest answer as a dataclass with fields and a factory
"""`dataclasses` executes generated code and looks into `sys.modules`: it may."""

from collections import deque
from dataclasses import dataclass, field
from threading import Condition
from typing import Any


@dataclass(eq=False)
class BoundedBuffer:
    capacity: int
    _items: "deque[Any]" = field(default_factory=deque, init=False, repr=False)
    _changed: Condition = field(default_factory=Condition, init=False, repr=False)

    def put(self, item: Any) -> None:
        with self._changed:
            self._changed.wait_for(lambda: len(self._items) < self.capacity)
            self._items.append(item)
            self._changed.notify_all()

    def get(self) -> Any:
        with self._changed:
            self._changed.wait_for(lambda: self._items)
            item = self._items.popleft()
            self._changed.notify_all()
            return item

    def __len__(self) -> int:
        with self._changed:
            return len(self._items)
