"""Greenlets that carry one life after the other.

Since CPython 3.11 a new greenlet costs as much as ten switches: it gets a stack of its
own for Python's frames.  So none is thrown away.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

import greenlet


class _Idle(threading.local):
    """The greenlets of one real thread that carry nobody."""

    def __init__(self) -> None:
        self.greenlets: list[greenlet.greenlet] = []


_idle = _Idle()


def carrier(hub: greenlet.greenlet) -> greenlet.greenlet:
    """A greenlet that calls what it is first switched to with, and goes to *hub* then.

    What it calls may raise nothing.
    """
    if not _idle.greenlets:
        return greenlet.greenlet(_carry, hub)
    found = _idle.greenlets.pop()
    found.parent = hub
    found.gr_context = None
    return found


def _carry(life: Callable[[], None] | None) -> None:
    me = greenlet.getcurrent()
    while life is not None and me.parent is not None:
        life()
        life = None  # nothing that is over is kept alive
        _idle.greenlets.append(me)
        life = me.parent.switch()
