"""threadlings: exercises in concurrent Python, graded in every order of their threads.

These are the words that a grader uses; everything else is the kit's own.
"""

from threadlings.grading import (
    blame,
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
    "clock",
    "every_order",
    "seen",
    "sleep",
    "together",
    "watch",
]
