# right: a slotted dataclass with the lock as a field
import threading
from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Counter:
    _value: int = field(default=0, init=False)
    _lock: threading.Lock = field(
        default_factory=threading.Lock, init=False, repr=False
    )

    def increment(self) -> None:
        with self._lock:
            self._value += 1

    @property
    def value(self) -> int:
        with self._lock:
            return self._value
