"""threadlings: exercises in concurrent Python, graded in every order of their threads.

These are the words that a grader uses; everything else is the kit's own.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from threadlings.grading import (
        blame,
        burn,
        clock,
        every_order,
        seen,
        sleep,
        together,
        watch,
    )
    from threadlings.sync.thread import Thread

__all__ = [
    "Thread",
    "blame",
    "burn",
    "clock",
    "every_order",
    "seen",
    "sleep",
    "together",
    "watch",
]


WORDS = "threadlings.grading"  # where the words are; in real processes, `life`


def __getattr__(name: str) -> Any:
    """Import the words when a grader asks: pytest loads our plugin in every run."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(WORDS), name)
