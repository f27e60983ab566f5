# right: a slotted dataclass, the Conditions are made in __post_init__
import threading
from collections import deque
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True, eq=False)
class BoundedBuffer:
    capacity: int
    _items: deque = field(default_factory=deque, init=False, repr=False)
    _lock: Any = field(default_factory=threading.Lock, init=False, repr=False)
    _room: Any = field(default=None, init=False, repr=False)
    _goods: Any = field(default=None, init=False, repr=False)

    def __post_init__(self):
        self._room = threading.Condition(self._lock)
        self._goods = threading.Condition(self._lock)

    def put(self, item):
        with self._room:
            self._room.wait_for(lambda: len(self._items) < self.capacity)
            self._items.append(item)
            self._goods.notify()

    def get(self):
        with self._goods:
            self._goods.wait_for(lambda: len(self._items) > 0)
            item = self._items.popleft()
            self._room.notify()
        return item

    def __len__(self):
        with self._lock:
            return len(self._items)
