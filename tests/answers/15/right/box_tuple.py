# right: the value lies in a one-element tuple, so the one assignment publishes it whole
import threading
from dataclasses import dataclass, field
from typing import Any, Callable, Optional, Tuple


@dataclass
class Lazy:
    factory: Callable[[], Any]
    _box: Optional[Tuple[Any]] = field(default=None, init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False, repr=False)

    def get(self) -> Any:
        box = self._box
        if box is None:
            with self._lock:
                box = self._box
                if box is None:
                    box = self._box = (self.factory(),)
        return box[0]
