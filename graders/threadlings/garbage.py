"""When the garbage collector must not come."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """Keep the garbage until the end.

    In a run: when the collector comes depends on earlier runs; finalizers that it
    called in the middle of this one would be steps that no replay could repeat.  And
    while a syntax tree is made: CPython 3.11 counts how deep it is, and a greenlet that
    is collected meanwhile makes it miscount ("AST constructor recursion depth
    mismatch").
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
