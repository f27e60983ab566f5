# right: every timer has a ticket (a Lock taken once, never released); whoever claims it first decides, timer or caller
from __future__ import annotations

import threading
from typing import Callable


class _Ticket:
    def __init__(self) -> None:
        self._once = threading.Lock()

    def claim(self) -> bool:
        return self._once.acquire(blocking=False)


class Reminder:
    def __init__(self, delay: float, action: Callable[[], object]) -> None:
        self._delay = delay
        self._action = action
        self._callers = threading.Lock()        # start, cancel and snooze one after the other
        self._current: tuple[_Ticket, threading.Timer] | None = None
        self._over = False                      # cancelled
        self._began = False

    def _arm(self, seconds: float) -> None:
        ticket = _Ticket()
        timer = threading.Timer(seconds, self._ring, [ticket])
        self._current = ticket, timer
        timer.start()

    def _ring(self, ticket: _Ticket) -> None:
        if ticket.claim():
            self._action()

    def start(self) -> None:
        with self._callers:
            if not self._began and not self._over:
                self._began = True
                self._arm(self._delay)

    def cancel(self) -> bool:
        with self._callers:
            if self._over:
                return True
            if self._current is not None:
                ticket, timer = self._current
                if not ticket.claim():
                    return False
                timer.cancel()
            self._over = True
            return True

    def snooze(self, seconds: float) -> None:
        with self._callers:
            if self._over or self._current is None:
                return
            ticket, timer = self._current
            if ticket.claim():
                timer.cancel()
                self._arm(seconds)
