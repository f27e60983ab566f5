"""asyncio's tasks, for people: whose turn it is, and who waits for what."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from types import FrameType
from typing import Any

from threadlings.core import Run
from threadlings.events import Thing, Waiting
from threadlings.fiber import Fiber
from threadlings.identity import known, running
from threadlings.sync.base import serial
from threadlings.sync.thread import handle

AWAITED = ("cr_await", "gi_yieldfrom", "ag_await")
FRAMES = ("cr_frame", "gi_frame", "ag_frame")


def remember(run: Run, task: Any) -> None:
    """Keep *task* in mind until the run is over."""
    run.state.setdefault("tasks", []).append(task)
    task._log_destroy_pending = False  # we say that ourselves
    run.leavings.append(partial(_leave, task))


def _leave(task: Any) -> None:
    """The run is over: say nothing of what has become of *task*."""
    task._Future__log_traceback = False
    task.get_coro().close()


def known_tasks(run: Run, loop: Any) -> list[Any]:
    """The tasks of *loop*, the oldest first."""
    tasks: list[Any] = run.state.get("tasks", [])
    return [task for task in tasks if task.get_loop() is loop]


def lane(task: Any) -> str:
    """A task's name as columns write it; nothing for the first one of `asyncio.run`."""
    name = handle(task.get_name())
    return "" if name == "Task-1" else name


def waits(run: Run, fiber: Fiber) -> tuple[Waiting, ...]:
    """What the unfinished tasks in the loop of *fiber* wait for."""
    tasks = [task for task in run.state.get("tasks", []) if not task.done()]
    return tuple(_waiting(run, fiber, task) for task in tasks)


def _waiting(run: Run, fiber: Fiber, task: Any) -> Waiting:
    kind, thing, line, text = "await", Thing("task"), 0, ""
    for frame in _frames(task.get_coro()):
        lines = run.sources.get(frame.f_code.co_filename)
        if lines is not None:
            line = frame.f_lineno
            text = lines[line - 1] if 0 < line <= len(lines) else ""
            kind, thing = "await", Thing("a future")
            continue
        owner = frame.f_locals.get("self")
        name = frame.f_code.co_name
        if name == "__await__":
            continue
        if kind == "await" and type(owner).__module__.startswith("asyncio."):
            kind = "wake" if name == "wait" else name
            thing = known(run, owner).thing
        elif kind == "await" and frame.f_globals.get("__package__") == "asyncio":
            thing = Thing(f"{name}()")
    awaited = getattr(task, "_fut_waiter", None)
    holders: tuple[str, ...] = ()
    if kind == "await" and hasattr(awaited, "get_coro"):
        holders = (lane(awaited) or fiber.name,)
        thing = Thing(holders[0])
    return Waiting(lane(task) or fiber.name, kind, thing, line, text, holders)


def _frames(coro: Any) -> Iterator[FrameType]:
    """The frames of a coroutine and of what it awaits, from the outside in."""
    while coro is not None:
        frame = next(filter(None, (getattr(coro, name, None) for name in FRAMES)), None)
        if frame is not None:
            yield frame
        inner = (getattr(coro, name, None) for name in AWAITED)
        coro = next(filter(None, inner), None)


def numbered(future: Any) -> int:
    """A hash for futures and tasks that does not depend on their addresses."""
    if not hasattr(future, "_serial"):
        future._serial = serial(running())
    number: int = future._serial
    return number
