"""What a process is: its threads, its children, and how it ends."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from functools import partial
from typing import Any

from threadlings.core import Run
from threadlings.events import Thing
from threadlings.fiber import Fiber, Operation, Over
from threadlings.identity import running
from threadlings.sync import pipe
from threadlings.sync.base import act, meet
from threadlings.sync.thread import LEAVING

FIRST_PID = 1000


class Exited(BaseException):
    """`os._exit`: the process is gone, and nothing of it is tidied up."""


class Home:
    """What a process is: its threads, its children, and how it ended."""

    def __init__(self, fiber: Fiber, name: str, parent: Home | None) -> None:
        self.fiber = fiber
        self.name = name
        self.parent = parent
        self.daemon = False
        self.importing = False
        self.code: int | None = None
        self.ending = False  # its children are ended, and nobody comes in their place
        self.children: list[Any] = []  # their `Process` objects
        self.flushes: list[Callable[[], None]] = []  # what it does before it ends
        self.lasts: list[Callable[[], None]] = []  # what others do when it has ended
        self.number = 0
        self.process: Any = None  # its own object
        self.sentinel: Any = None  # what becomes ready when it has ended

    @property
    def pid(self) -> int:
        """Its number."""
        return FIRST_PID + self.number


def homes(run: Run) -> dict[int, Home]:
    """The processes of a run, by the key of their first thread; 0 is the first one."""
    found: dict[int, Home] | None = run.state.get("homes")
    if found is None:
        first = Home(run.main, "MainProcess", None)
        found = run.state["homes"] = {0: first}
    return found


def home() -> Home:
    """The process that has the turn."""
    run = running()
    return homes(run)[run.current.home]


# ── its life ─────────────────────────────────────────────────────────────────
def live(own: Home, work: Callable[[Home], int]) -> None:
    """What a process does from its beginning to its end."""
    code = 1
    try:
        code = _tidy(own, work(own))
    except LEAVING:
        raise
    except Exited as leaving:
        (code,) = leaving.args
    except BaseException:
        complain(own.name)
    held = pipe.held(own.fiber.key)
    if held:
        meet(act("exit", Thing(own.fiber.name), held))
    own.code = code
    abandon(own)
    for last in own.lasts:
        last()


def _tidy(own: Home, code: int) -> int:
    """What a process still waits for before it ends."""
    run = running()
    for fiber in [f for f in run.alive if f.home == own.fiber.key and not f.daemon]:
        if fiber is not own.fiber and fiber.shown:
            _wait_for(fiber)
    own.ending = True
    for child in own.children:
        if not child._closed and child._daemonic:
            child.terminate()
    for child in own.children:
        if not child._closed:
            child.join()
    for flush in own.flushes:
        flush()
    return code


def _wait_for(fiber: Fiber) -> None:
    operation = act("join", Thing(fiber.name))
    operation.may_go = lambda: fiber.done
    operation.needs = ((fiber.key, 1),)
    operation.held_by = lambda: [fiber]
    meet(operation)


def abandon(own: Home) -> None:
    """The process is gone: whoever else runs in it, and what it held open."""
    run = running()
    for fiber in [one for one in run.alive if one.home == own.fiber.key]:
        if fiber is own.fiber:
            continue
        run.drop(fiber)
        if fiber.started:
            run.leavings.append(partial(fiber.greenlet.throw, Over))
    pipe.let_go(own.fiber.key)


def kill(own: Home, code: int) -> None:
    """End a process wherever it is: nothing in it is tidied up.

    It is gone a moment later; till then it does nothing.
    """
    run, fiber = running(), own.fiber
    own.code, own.ending = code, True
    abandon(own)
    ghost = Fiber(fiber.name, fiber.key, fiber.work, fiber.daemon)
    ghost.operation = fiber.operation
    run.dropped.append((len(run.log), ghost))
    if fiber.started:
        run.leavings.append(partial(fiber.greenlet.throw, Over))
    fiber.started, fiber.work, fiber.held = False, nothing, frozenset()
    fiber.operation = Operation("begin", Thing(fiber.name))
    for last in own.lasts:
        last()


def nothing() -> None:
    """What a killed process still does."""


def complain(name: str) -> None:
    """Print the exception that has ended a process."""
    print(f"Process {name}:", file=sys.stderr)
    traceback.print_exc()
