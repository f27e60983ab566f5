"""An event loop whose time is virtual and whose timers are threads of the scheduler.

Everything else of a loop is asyncio's own.  A timer is a virtual thread that waits for
its moment: so which of those that are due comes first is a choice like any other, and
"all tasks wait for ever" is known at once.
"""

from __future__ import annotations

import sys
from functools import partial
from types import ModuleType
from typing import Any

from threadlings.events import Ending, Loss
from threadlings.fiber import Fiber, Operation, never
from threadlings.identity import is_ours, running, spot
from threadlings.sync.base import Standin, act, give, meet, refuse
from threadlings.sync.tasks import (
    known_tasks,
    lane,
    numbered,
    remember,
    tell,
    waits,
)
from threadlings.sync.thread import get_ident

ROUNDS = 4_000  # of a loop that gets anywhere
ALIEN = ("sock_", "create_conn", "create_server", "create_unix", "create_datagram")


class Loop(Standin):
    """The place where a loop and its timers meet."""

    def __init__(self) -> None:
        self.came = self.seen = 0  # how many have come with a callback
        self.arrived: list[Any] = []  # callbacks that the loop has not seen yet
        self.rounds = 0  # of the loop: each is short, but somebody may want no end
        self.timers: dict[Any, Fiber] = {}

    def select(self, ready: Any, stopping: bool) -> None:
        """Take who has come into *ready*; wait for somebody when nothing else is.

        So between two looks at it the loop and those who come meet nowhere.
        """
        run = running()
        me = run.current
        me.blocked = None
        if run.over:
            run.refuse()
        self.rounds += 1
        if self.rounds > ROUNDS:
            run.step = self.rounds
            run.end(Ending.ENDLESS)
        busy = stopping or bool(ready)
        if not busy or len(run.alive) > 1:
            kind = "poll" if busy else "select"
            operation = act(kind, self._thing, ((self._uid, "w"),))
            operation.idle = True
            operation.inner = True
            if not busy:
                operation.may_go = lambda: self.came > self.seen
                operation.needs = (((self._uid, "came"), self.seen + 1),)
                operation.told = partial(waits, run, me)
            meet(operation)
        self.seen = self.came
        ready.extend(self.arrived)
        self.arrived.clear()
        me.blocked = _blocks

    def come(self, callback: Any) -> None:
        """Somebody comes from another thread with a *callback*."""
        meet(act("call_soon_threadsafe", self._thing, ((self._uid, "w"),)))
        self._arrive(callback)

    def _arrive(self, callback: Any) -> None:
        self.came += 1
        give((self._uid, "came"), 1)
        self.arrived.append(callback)

    def start(self, timer: Any) -> None:
        """Let *timer* come when it is due."""
        run = running()
        whose = run.current.lane or run.current.name
        fiber = run.add(f"wake-{whose}", partial(self._due, timer), daemon=True)
        fiber.lane = whose
        fiber.retired = lambda: True
        fiber.shown = False
        begin = fiber.operation
        assert begin is not None
        begin.may_go, begin.until = never, timer.when()
        begin.touches = ((self._uid, "w"),)
        if run.log:
            give(("begin", fiber.key), 1)
        self.timers[timer] = fiber

    def _due(self, timer: Any) -> None:
        """A timer's whole life, when its moment has come."""
        step = Operation("due", self._thing, ((self._uid, "w"),))
        step.chosen = step.inner = True
        running().proceed(step)
        del self.timers[timer]
        timer._scheduled = False
        self._arrive(timer)

    def stop(self, timer: Any) -> None:
        """Nobody wants *timer* any more."""
        fiber = self.timers.pop(timer, None)
        if fiber is not None:
            running().drop(fiber)

    def close(self) -> None:
        """Nobody wants any of them."""
        for timer in list(self.timers):
            self.stop(timer)
        self.arrived.clear()


def _blocks(operation: Operation) -> None:
    """A call that waits inside of a coroutine stops everything else in the loop."""
    run = running()
    name = run.current.lane or run.current.name
    if _is_own() or _is_brief(operation):
        return
    line, text, _ = spot(run)
    run.losses.append(Loss("blocked", name, line, text))


class Virtual:
    """What a loop of asyncio's does in another way when its time is virtual."""

    _asyncio: ModuleType
    _ready: Any
    _stopping: bool

    def __init__(self) -> None:
        super().__init__()
        self._meeting = Loop()
        self._selector = self

    def select(self, timeout: float | None) -> list[Any]:
        """What `_run_once` calls between two rounds."""
        self._meeting.select(self._ready, self._stopping)
        return []

    def _process_events(self, event_list: list[Any]) -> None:
        """There are none: who comes puts its callback into the loop itself."""

    def _write_to_self(self) -> None:
        """Who comes from another thread has said so."""

    def call_at(
        self, when: float, callback: Any, *args: Any, context: Any = None
    ) -> Any:
        """Call it at a virtual moment."""
        loop: Any = self
        loop._check_closed()
        timer = self._asyncio.TimerHandle(when, callback, args, self, context)
        timer._scheduled = True
        self._meeting.start(timer)
        return timer

    def _timer_handle_cancelled(self, handle: Any) -> None:
        self._meeting.stop(handle)

    def call_soon_threadsafe(
        self, callback: Any, *args: Any, context: Any = None
    ) -> Any:
        """Call it soon, from any thread."""
        loop: Any = self
        loop._check_closed()
        if loop._thread_id == get_ident():
            return loop.call_soon(callback, *args, context=context)
        handle = self._asyncio.Handle(callback, args, self, context)
        self._meeting.come(handle)
        return handle

    def run_forever(self) -> None:
        """Run until it is stopped."""
        me = running().current
        before = me.blocked
        loop: Any = super()
        try:
            loop.run_forever()
        finally:
            me.blocked = before

    def close(self) -> None:
        """End it."""
        loop: Any = super()
        if not loop.is_running() and not loop.is_closed():
            self._meeting.close()
            run = running()
            run.losses += [
                Loss("unretrieved", lane(one))
                for one in known_tasks(run, self)
                if one.done() and one._Future__log_traceback
            ]
        loop.close()

    def __del__(self) -> None:
        """Nobody has closed it; perhaps the run is over, and nothing can be done."""


def _alien(base: type) -> dict[str, property]:
    """What a loop of *base* can do with the world outside, which has no stand-in."""
    names = [name for name in dir(base) if name.startswith(ALIEN)]
    return {
        name: property(partial(_refuse, f"asyncio: the event loop's {name}"))
        for name in names
    }


def _refuse(name: str, _: object) -> None:
    refuse(name)


def _is_brief(operation: Operation) -> bool:
    """Whether it waits for a lock that somebody has who is about to go on.

    So callbacks and threads guard their data, asyncio's own futures among them.
    """
    if operation.kind != "acquire" or operation.held_by is None:
        return False
    steps = [fiber.operation for fiber in operation.held_by()]
    return bool(steps) and all(step is not None and step.can_go for step in steps)


def _is_own() -> bool:
    """Whether asyncio itself waits there, for what is about to end."""
    frame = sys._getframe(2)
    while frame.f_back is not None and frame.f_code.co_name != "_run_once":
        if not is_ours(frame.f_code.co_filename):
            return False
        frame = frame.f_back
    return True


def install(asyncio: ModuleType) -> None:
    """Make the loops of *asyncio* virtual ones."""
    own = asyncio.base_events.BaseEventLoop
    names = {"_asyncio": asyncio, "__doc__": "A loop in virtual time.", **_alien(own)}
    loop = type("VirtualLoop", (Virtual, own), names)
    base = asyncio.events.BaseDefaultEventLoopPolicy
    policy = type("VirtualPolicy", (base,), {"_loop_factory": loop})
    asyncio.events._event_loop_policy = policy()
    for name in ("SelectorEventLoop", "EventLoop"):
        setattr(asyncio, name, loop)
    vars(asyncio)["DefaultEventLoopPolicy"] = policy
    for made in (asyncio.Future, asyncio.Task):
        made.__hash__ = numbered  # a place in a set that is the same in every replay
    # However slow the workers are, to wait for them is never given up.
    asyncio.constants.THREAD_JOIN_TIMEOUT = None
    _tell_tasks(asyncio)
    tell(asyncio)


def _tell_tasks(asyncio: ModuleType) -> None:
    """Say whose turn it is, and which tasks nobody has waited for."""
    tasks: Any = asyncio.tasks
    runners: Any = asyncio.runners
    enter, leave = tasks._enter_task, tasks._leave_task
    register, cancel_all = tasks._register_task, runners._cancel_all_tasks

    def entered(loop: Any, task: Any) -> None:
        enter(loop, task)
        running().current.lane = lane(task)

    def left(loop: Any, task: Any) -> None:
        leave(loop, task)
        running().current.lane = ""

    def registered(task: Any) -> None:
        register(task)
        remember(running(), task)

    def cancelled(loop: Any) -> None:
        run = running()
        if not run.over:
            pending = [one for one in known_tasks(run, loop) if not one.done()]
            run.losses += [Loss("pending", lane(one)) for one in pending]
        cancel_all(loop)

    tasks._enter_task, tasks._leave_task = entered, left
    tasks._register_task = registered
    runners._cancel_all_tasks = cancelled
