"""asyncio's tasks, for people: whose turn it is, and who waits for what."""

from __future__ import annotations

import functools
import inspect
import re
from collections.abc import Callable, Iterator
from functools import partial
from types import FrameType, ModuleType
from typing import Any

from threadlings.core import Run
from threadlings.events import Thing, Waiting
from threadlings.fiber import Fiber
from threadlings.identity import known, running
from threadlings.sync.base import act, serial
from threadlings.sync.thread import handle

UNNAMED = re.compile(r"Task-\d+")
FIRST = "Task-1"  # of `asyncio.run`
VERBS = {"wait": "wake", "__aenter__": "acquire", "__aexit__": "leave"}
TOLD = {  # what leaves a step behind, and how people call that
    "Condition": {"notify": "notify"},
    "Event": {"set": "set", "clear": "clear"},
    "Lock": {"acquire": "acquire", "release": "release"},
    "Queue": {"get_nowait": "get", "put_nowait": "put", "task_done": "task_done"},
    "Semaphore": {"acquire": "acquire", "release": "release"},
}
AWAITED = ("cr_await", "gi_yieldfrom", "ag_await")
FRAMES = ("cr_frame", "gi_frame", "ag_frame")


def remember(run: Run, task: Any) -> None:
    """Keep *task* in mind until the run is over."""
    run.state.setdefault("tasks", []).append(task)
    # Some Pythons give it the name that it was given only after this.
    task._lane = _unique(run, getattr(task.get_coro(), "__name__", "task"))
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


def _unique(run: Run, name: str) -> str:
    lanes: dict[str, int] = run.state.setdefault("lanes", {})
    number = lanes[name] = lanes.get(name, 0) + 1
    return handle(name if number == 1 else f"{name}~{number}")


def lane(task: Any) -> str:
    """How columns call a task: by its name, else by what it runs.

    Nothing for the first one of `asyncio.run`, which is its thread.
    """
    name = task.get_name()
    if name == FIRST:
        return ""
    own: str = task._lane
    return own if UNNAMED.fullmatch(name) else handle(name)


def waits(run: Run, fiber: Fiber) -> tuple[Waiting, ...]:
    """What the unfinished tasks in the loop of *fiber* wait for."""
    tasks = [task for task in run.state.get("tasks", []) if not task.done()]
    return tuple(_waiting(run, fiber, task) for task in tasks)


def _waiting(run: Run, fiber: Fiber, task: Any) -> Waiting:
    kind, thing, line, text = "await", Thing("task"), 0, ""
    holders: tuple[str, ...] = ()
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
            kind = VERBS.get(name, name)
            thing = known(run, owner).thing
            holders = tuple(filter(None, [getattr(owner, "_holder", "")]))
        elif kind == "await" and frame.f_globals.get("__package__") == "asyncio":
            thing = Thing(f"{name}()")
    awaited = getattr(task, "_fut_waiter", None)
    children = getattr(awaited, "_children", [awaited])  # of a `gather`
    tasks = [one for one in children if hasattr(one, "get_coro") and not one.done()]
    if kind == "await" and tasks:
        holders = tuple(lane(one) or fiber.name for one in tasks)
        thing = Thing(holders[0] if awaited is tasks[0] else "gather()")
    return Waiting(lane(task) or fiber.name, kind, thing, line, text, holders)


def _frames(coro: Any) -> Iterator[FrameType]:
    """The frames of a coroutine and of what it awaits, from the outside in."""
    while coro is not None:
        frame = next(filter(None, (getattr(coro, name, None) for name in FRAMES)), None)
        if frame is not None:
            yield frame
        inner = (getattr(coro, name, None) for name in AWAITED)
        coro = next(filter(None, inner), None)


def tell(asyncio: ModuleType) -> None:
    """Have the calls in TOLD leave a step behind, and a lock know who has it."""
    for name, methods in TOLD.items():
        kind = getattr(asyncio, name)
        for method, verb in methods.items():
            setattr(kind, method, _told(getattr(kind, method), verb))


def _told(method: Callable[..., Any], verb: str) -> Callable[..., Any]:
    if inspect.iscoroutinefunction(method):

        @functools.wraps(method)
        async def awaited(self: Any) -> Any:
            result = await method(self)
            _step(self, verb)
            return result

        return awaited

    @functools.wraps(method)
    def called(self: Any, *args: Any, **kwargs: Any) -> Any:
        result = method(self, *args, **kwargs)
        _step(self, verb)
        return result

    return called


def _step(owner: Any, verb: str) -> None:
    """Something was done to *owner*: nobody had the turn meanwhile."""
    run = running()
    if run.over:
        return
    me = run.current
    if isinstance(getattr(owner, "_locked", None), bool):
        owner._holder = (me.lane or me.name) if owner._locked else ""
    found = known(run, owner)
    run.proceed(act(verb, found.thing, ((found.uid, "w"),)))


def numbered(future: Any) -> int:
    """A hash for futures and tasks that does not depend on their addresses."""
    if not hasattr(future, "_serial"):
        future._serial = serial(running())
    number: int = future._serial
    return number
