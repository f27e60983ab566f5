"""One run under one schedule: virtual threads, one verb, a clock.

All threads of a program are greenlets on one OS thread; one of them has the turn.
Whatever can block or conflict calls `pause(operation)`: it announces the operation,
gives the turn away, and comes back when this thread was chosen *and* the operation
can go on.  The core knows how a run ends and nothing of locks, queues or people.
"""

from __future__ import annotations

import bdb
import contextlib
from collections import defaultdict
from collections.abc import Callable, Hashable
from functools import partial
from typing import Any

import greenlet

from threadlings.carrier import carrier
from threadlings.events import Ending, Loss, Record, Thing, Touch, Waiting
from threadlings.fiber import Chooser, Fiber, Operation, Over, names_of
from threadlings.sharing import Sharing, Touched
from threadlings.turns import Turns

IDEAL = "ideal"  # computing takes no time: for promises about overlap and time
WAITERS = FIRST, ANYBODY, SURPRISE = "first", "any", "surprise"  # whom a call wakes
ANY = "any"  # anybody may be slower than any sleep: for promises about safety
STEPS = 20_000  # a run that is longer than this is called endless
BEGIN, END = -1_000_000_001, -1_000_000_002  # places of a thread's life: no lines
REFUSALS = 50  # tries to go on after the end, before a thread is dropped

current: Run | None = None
_dropped: list[object] = []  # greenlets that would not end; collecting one resumes it


class Run(Turns):
    """One execution of *main* under the schedule of *chooser*.

    *time* is IDEAL or ANY; *waiters* is FIRST (as CPython does), ANYBODY, or SURPRISE
    (the first, but one of them once for no reason); *limit* is the step budget.
    """

    def __init__(
        self,
        chooser: Chooser | None = None,
        *,
        sharing: Sharing | None = None,
        time: str = ANY,
        waiters: str = FIRST,
        limit: int = STEPS,
    ) -> None:
        super().__init__(chooser, ideal=time == IDEAL, limit=limit)
        self.sharing = sharing or Sharing(everything=True)
        self.waiters = waiters
        self.surprises = int(waiters == SURPRISE)
        self.over = False
        self.telling = False  # cold places leave events, too
        self._refusals = 0
        self.fibers: list[Fiber] = []
        self.spins: list[Waiting] = []
        self.losses: list[Loss] = []
        # How often a key was written:
        self.versions: defaultdict[Hashable, int] = defaultdict(int)
        self.numbers: dict[str, int] = {}
        self.objects: dict[int, Any] = {}  # by address; see identity
        self.sources: dict[str, list[str]] = {}  # stripped lines, by file
        self.modules: set[str] = set()  # the submission's modules, by name
        self.turns = 0  # rounds of its loops
        self.touched: dict[Hashable, Touched] = {}
        self.names: dict[str, list[Thing]] = {}  # what is called alike
        self.state: dict[Any, Any] = {}  # what others keep for the length of a run
        self.leavings: list[Callable[[], object]] = []  # what else is to be ended
        self._newborn: Fiber | None = None
        self._alike: dict[str, int] = {}  # how many threads are called so
        self._left: tuple[str, ...] = ()
        self._unseen: tuple[str, ...] = ()
        self._result: Any = None
        self.hub = greenlet.getcurrent()

    # ── playing ──────────────────────────────────────────────────────────────
    def play(self, main: Callable[[], Any], *, tell: bool = False) -> Record:
        """Run *main* to its end and say what happened; with its events if *tell*."""
        global current
        before, current = current, self
        self.telling = tell
        try:
            self.current = self.main = self.add("main", main)
            while self.ending is None:
                following = self._newborn or self.following()
                self._newborn = None
                if following is not None and following.started:
                    following.greenlet.switch()
                elif following is not None:
                    following.greenlet = carrier(self.hub)
                    following.greenlet.switch(partial(self._live, following))
            waiting = tuple(w for f in self.alive for w in f.waiting)
            told = self.log if tell else []
            events = [op.event(n, f.name, forced) for n, f, op, forced in told]
            names = names_of(self.fibers, self.log, waiting)
            if self.ending is Ending.ENDLESS:
                self.step = max(self.step, len(self.log))  # nobody to count them for
            if self.chooser and self.interrupt is None:
                left = [(len(self.log), fiber) for fiber in self.alive]
                self.chooser.over(self.ending, self.log, self.dropped + left)
            self._unwind()
        finally:
            self.over = True
            current = before
            self._forget()
        if self.interrupt is not None:
            raise self.interrupt
        return Record(
            ending=self.ending,
            events=events,
            departures=tuple(self.departures),
            forced=self.forced,
            result=self._result,
            errors=self.errors,
            waiting=waiting,
            left=self._left,
            unseen=self._unseen,
            spins=tuple(self.spins),
            losses=tuple(self.losses),
            oddities=tuple(self.oddities),
            threads=names,
            trace=self.trace.state,
            steps=self.step,
            clock=self.clock,
        )

    def add(self, name: str, work: Callable[[], Any], *, daemon: bool = False) -> Fiber:
        """Make a thread that can go on at once."""
        if self.fibers:
            key = hash((self.current.key, 0, self.current.children))
            self.current.children += 1
        else:
            key = 1
        handle = name
        while handle in self._alike:
            self._alike[name] += 1
            handle = f"{name}~{self._alike[name]}"
        self._alike[handle] = 1
        fiber = Fiber(handle, key, work, daemon)
        fiber.operation = Operation("begin", Thing(handle))
        fiber.index = len(self.fibers)
        if self.fibers:
            self.current.begat(fiber)
        self.fibers.append(fiber)
        self.alive.append(fiber)
        return fiber

    def drop(self, fiber: Fiber) -> None:
        """Forget a thread that has not begun and shall not."""
        fiber.done = True
        self.dropped.append((len(self.log), fiber))
        self.alive.remove(fiber)

    def pause(self, operation: Operation) -> bool:
        """Give the turn away; come back when *operation* can go on.

        Returns False when its time ran out first.
        """
        if self.over:
            self.refuse()
        me = self.current
        me.operation = operation
        if me.blocked is not None and not operation.can_go:
            me.blocked(operation)
        if not me.meets_others and not self.main.done and operation.can_go:
            self.proceed(operation)
            return True
        operation.chosen = True
        following = self.following()
        if following is not me:
            if following is None or not following.started:
                self._newborn = following  # begins on the hub's stack, not on ours
                self.hub.switch()
            else:
                following.greenlet.switch()
            if self.over:
                raise Over
        self._happen(me, operation)
        return not me.timed_out

    def note(self, touches: tuple[Touch, ...], place: int) -> bool:
        """Remember a touch at *place*; True when that is worth a choice."""
        if len(self.current.knows) + 1 < len(self.fibers):  # else it is alone
            self.sharing.note(self.touched, self.current, touches, place)
        return self.sharing.is_hot(place)

    def pass_by(self, touches: tuple[Touch, ...]) -> None:
        """Take a step that nobody else can see, and leave no event."""
        self.tick()
        self.current.progress += self._count(self.current, touches)

    def proceed(self, operation: Operation) -> None:
        """Take a step that can go on and that nobody else can see."""
        self.tick()
        self.forced_now = False
        self._happen(self.current, operation)

    def refuse(self) -> None:
        """End whoever wants to go on after the end, by force if need be."""
        self._refusals += 1
        if self._refusals > REFUSALS:
            _dropped.append(greenlet.getcurrent())
            self.hub.switch()
        raise Over

    def tick(self) -> None:
        """Count a step that is no scheduling point; ends the run past its budget."""
        if self.over:
            self.refuse()
        self.step += len(self.alive) > 1
        if self.step >= self.limit or len(self.log) >= self.limit:
            self.end(Ending.ENDLESS)

    def end(self, ending: Ending) -> None:
        """End the run here and now."""
        self.ending = ending
        self.hub.switch()
        raise Over

    # ── living ───────────────────────────────────────────────────────────────
    def _happen(self, me: Fiber, operation: Operation) -> None:
        """Write down that *operation* has its turn."""
        me.operation = None
        operation.lane = me.lane
        if operation.prepare is not None:
            operation.touches = operation.prepare()
        touches = operation.touches
        me.last = self.trace.add(me.last, hash(operation.kind), touches)
        wrote = not touches or self._count(me, touches)
        if not operation.idle and (wrote or operation.until is not None):
            me.progress += 1
        self.log.append((self.step, me, operation, self.forced_now))

    def _count(self, me: Fiber, touches: tuple[Touch, ...]) -> bool:
        """Keep count of what is written, for loops that wait for a write."""
        wrote = False
        for key, mode in touches:
            if mode == "r":
                me.reads.append(key)
            else:
                wrote = True
                self.versions[key] += 1
                me.wrote[key] += 1
        return wrote

    def _live(self, fiber: Fiber) -> None:
        """A thread's whole life."""
        try:
            fiber.started = True
            fiber.operation = None  # to begin is no event: nobody can see it
            result = fiber.work()
            if fiber is self.main:
                self._result = result
        except (KeyboardInterrupt, bdb.BdbQuit) as interrupt:
            self.interrupt = interrupt
            self.ending = Ending.CUT
        except BaseException as error:  # whatever leaves a thread is its end
            if not self.over:
                self.errors[fiber.name] = error
        end = Operation("end", Thing(fiber.name), ((fiber.key, "w"),))
        self.note(end.touches, END)
        if END in self.sharing.hot and not self.over:  # somebody asks whether it is
            with contextlib.suppress(Over, greenlet.GreenletExit):
                self.pause(end)
        fiber.done = True
        if self.over:
            return
        self.alive.remove(fiber)
        if fiber is self.main:
            self._left = tuple(f.name for f in self.alive if not f.retired())
            unseen = set(self.fibers) - fiber.knows - {fiber, *self.alive}
            self._unseen = tuple(f.name for f in self.fibers if f in unseen and f.shown)
        self.forced_now = False
        end.gives = ((fiber.key, 1),)
        if not end.chosen:
            self._happen(fiber, end)

    def _unwind(self) -> None:
        """End what is left, so that no `finally` of it runs in a later run."""
        self.over = True
        for fiber in self.alive:
            for _ in range(3):
                if not fiber.started or fiber.done:
                    break
                fiber.greenlet.throw(Over)
            else:
                _dropped.append(fiber.greenlet)
        for leave in self.leavings:
            with contextlib.suppress(BaseException):
                leave()

    def _forget(self) -> None:
        """Let go of what keeps each other alive; else the collector has to find it."""
        for fiber in self.fibers:
            fiber.operation = None
            fiber.greenlet = self.hub
        self.log = []
        self.alive.clear()
        self.leavings.clear()
        self.objects.clear()
        self.state.clear()
