# right: dataclass; the waiting timer sits in a slot, firing means taking it out of there, snooze before start changes the delay
from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock, Timer
from typing import Any, Callable, Optional


@dataclass
class Reminder:
    delay: float
    action: Callable[[], Any]
    _lock: Any = field(default_factory=Lock, init=False, repr=False, compare=False)
    _pending: Optional[Timer] = field(default=None, init=False, repr=False)
    _closed: bool = field(default=False, init=False)
    _fired: bool = field(default=False, init=False)

    def _schedule(self, seconds: float) -> None:
        def ring() -> None:
            with self._lock:
                if self._pending is not timer:
                    return
                self._pending = None
                self._fired = self._closed = True
            self.action()

        timer = Timer(seconds, ring)
        self._pending = timer
        timer.start()

    def start(self) -> None:
        with self._lock:
            if self._closed or self._pending is not None:
                return
            self._schedule(self.delay)

    def cancel(self) -> bool:
        with self._lock:
            timer, self._pending = self._pending, None
            if timer is not None:
                timer.cancel()
            self._closed = True
            return not self._fired

    def snooze(self, seconds: float) -> None:
        with self._lock:
            if self._closed:
                return
            if self._pending is None:
                self.delay = seconds
                return
            self._pending.cancel()
            self._schedule(seconds)
