"""The queues of `multiprocessing`: what is put in goes through a pipe.

`Queue.put` only hands an item to a feeder, a thread of the process that pickles it and
writes it into the pipe; a process does not end before its feeders are done.  So whoever
waits for its end before taking the items out may wait for ever.
"""

from __future__ import annotations

import sys
import traceback
from collections import deque
from queue import Empty, Full
from typing import Any

from threadlings.fiber import Fiber
from threadlings.identity import brief, running
from threadlings.sync.base import Standin, act, give, meet, say, time_up
from threadlings.sync.home import home
from threadlings.sync.pipe import BYTES, Connection, Pipe
from threadlings.sync.wire import dumps, loads, only_inherited

ROOM, TASKS = "room", "tasks"
CLOSED = "handle is closed"
NOBODY = -1  # has an end in the sense that it would be closed with him


class _Feeder:
    """A process's side of a queue: what it has put and the pipe has not got yet."""

    def __init__(self, queue: Queue) -> None:
        self.queue = queue
        self.buffer: deque[Any] = deque()
        self.busy = False
        self.cancelled = False
        self.key = (queue._uid, "buffer", running().current.home)
        self.sent = (queue._uid, "sent", running().current.home)
        self.puts = 0
        run = running()
        own = home()
        fiber = run.add(f"feeder-{own.name}", self._live, daemon=True)
        fiber.lane, fiber.shown = own.fiber.name, False
        fiber.retired = self.done
        give(("begin", fiber.key), 1)
        self.fiber: Fiber = fiber
        if own.parent is not None:
            own.flushes.append(self.flush)

    def _live(self) -> None:
        queue = self.queue
        while True:
            operation = act("feed", queue._thing, ((self.key, "w"),))
            operation.may_go = lambda: bool(self.buffer)
            operation.needs = ((self.key, 1),)
            operation.inner = operation.idle = True
            operation.told = tuple
            meet(operation)
            give(self.key, -1)
            thing = self.buffer.popleft()
            self.busy = True
            try:
                queue._pipe.send(dumps(thing), brief(running(), thing), quiet=True)
            except Exception as error:  # the item is lost, and nobody else hears of it
                queue._lost()
                queue._on_queue_feeder_error(error, thing)
            self.busy = False
            give(self.sent, 1)

    def done(self) -> bool:
        """Whether all is in the pipe."""
        return not self.buffer and not self.busy

    def flush(self) -> None:
        """Wait until all is in the pipe."""
        if self.cancelled:
            return
        operation = act("flush", self.queue._thing, ((self.key, "w"),))
        operation.may_go = self.done
        operation.needs = ((self.sent, self.puts),)
        meet(operation)


class Queue(Standin):
    """`multiprocessing.Queue`."""

    _share = staticmethod(only_inherited)

    def __init__(self, maxsize: int = 0, *, ctx: Any = None) -> None:
        self._pipe = Pipe._part_of(self)
        self._pipe.readers.add(self)
        self._pipe.writers.add(self)
        self._end: Connection | None = None
        self._maxsize = maxsize if maxsize > 0 else 2**31 - 1
        self._inside = 0  # put and not yet taken
        self._feeders: dict[int, _Feeder] = {}
        self._closed: set[int] = set()

    def _must_be_open(self) -> None:
        if running().current.home in self._closed:
            raise ValueError(f"Queue {self!r} is closed")

    @staticmethod
    def _on_queue_feeder_error(error: Exception, thing: Any) -> None:
        """*thing* could not be pickled; a subclass may do something about it."""
        traceback.print_exc(file=sys.stderr)

    def _has_room(self) -> bool:
        return self._inside < self._maxsize

    def _lost(self) -> None:
        """An item could not be pickled."""
        self._inside -= 1

    def put(self, obj: Any, block: bool = True, timeout: float | None = None) -> None:
        """Hand *obj* to the feeder when there is room.  Raises Full."""
        self._must_be_open()
        value = brief(running(), obj)
        bounded = self._maxsize < 2**31 - 1
        if bounded:
            key = (self._uid, ROOM)
            self._act(
                "put",
                value=value,
                may_go=self._has_room if block else None,
                until=time_up(timeout) if block else None,
                needs=((key, 1 - self._maxsize),) if block else (),
                also=((key, "w"),),
            )
            if not self._has_room():
                say(f"{value}: it is full")
                raise Full
            give(key, -1)
        else:
            meet(self._quiet_put(value))
        self._inside += 1
        own = running().current.home
        feeder = self._feeders.get(own)
        if feeder is None:
            feeder = self._feeders[own] = _Feeder(self)
        feeder.buffer.append(obj)
        give(feeder.key, 1)
        feeder.puts += 1

    def _quiet_put(self, value: str) -> Any:
        """A put that meets only this process's feeder."""
        key = (self._uid, "buffer", running().current.home)
        operation = act("put", self._thing, ((key, "w"),))
        operation.value = value
        return operation

    def get(self, block: bool = True, timeout: float | None = None) -> Any:
        """Take the oldest item that has arrived.  Raises Empty."""
        self._must_be_open()
        pipe = self._pipe
        pipe._act(
            "get",
            may_go=(lambda: bool(pipe.inside)) if block else None,
            until=time_up(timeout) if block else None,
            needs=((((pipe._uid, BYTES)), 1),) if block else (),
            fails=None if block else (lambda: not pipe.inside),
        )
        if not pipe.inside:
            say("nothing has come")
            raise Empty
        message = pipe.pop()
        self._inside -= 1
        give((self._uid, ROOM), 1)
        thing = loads(message)
        say(brief(running(), thing))
        return thing

    def put_nowait(self, obj: Any) -> None:
        """Put, or raise Full at once."""
        self.put(obj, False)

    def get_nowait(self) -> Any:
        """Get, or raise Empty at once."""
        return self.get(False)

    def _look(self, kind: str) -> None:
        self._pipe._act(kind, "r", idle=True)

    def empty(self) -> bool:
        """Whether nothing has arrived: a feeder may be about to bring something.

        Raises OSError when it was closed: the feeder closes the pipe behind it.
        """
        self._look("empty")
        own = running().current.home
        if own in self._closed and own in self._feeders and self._feeders[own].done():
            raise OSError(CLOSED)
        say(str(not self._pipe.inside))
        return not self._pipe.inside

    def full(self) -> bool:
        """Whether a put would have to wait."""
        self._look("full")
        return not self._has_room()

    def qsize(self) -> int:
        """How many were put and not yet taken."""
        self._look("qsize")
        say(str(self._inside))
        return self._inside

    def close(self) -> None:
        """This process puts nothing more in."""
        self._closed.add(running().current.home)

    def join_thread(self) -> None:
        """Wait until all that this process has put in is in the pipe."""
        own = running().current.home
        assert own in self._closed, f"Queue {self!r} not closed"
        if own in self._feeders:
            self._feeders[own].flush()

    def cancel_join_thread(self) -> None:
        """Let the process end though its items are not in the pipe."""
        own = running().current.home
        if own in self._feeders:
            self._feeders[own].cancelled = True

    @property
    def _reader(self) -> Connection:
        """The end that `connection.wait` is given, though it is nobody's business."""
        if self._end is None:
            self._end = Connection(self._pipe, None)
            self._end._home = NOBODY
        return self._end

    def __repr__(self) -> str:
        return f"<{self._title()} object at {self._thing}>"


class JoinableQueue(Queue):
    """A queue that counts which items are still being worked on."""

    def __init__(self, maxsize: int = 0, *, ctx: Any = None) -> None:
        super().__init__(maxsize)
        self._unfinished = 0

    def put(self, obj: Any, block: bool = True, timeout: float | None = None) -> None:
        """Put, and count it."""
        super().put(obj, block, timeout)
        self._unfinished += 1
        give((self._uid, TASKS), -1)

    def task_done(self) -> None:
        """The work on one item is done.  Raises ValueError when there is none."""
        self._act("task_done")
        if self._unfinished <= 0:
            raise ValueError("task_done() called too many times")
        self._unfinished -= 1
        give((self._uid, TASKS), 1)

    def join(self) -> None:
        """Wait until the work on all items is done."""
        self._act(
            "join",
            "r",
            may_go=lambda: self._unfinished == 0,
            needs=(((self._uid, TASKS), 0),),
        )


class SimpleQueue(Standin):
    """`multiprocessing.SimpleQueue`: no feeder; a put waits for the pipe."""

    _share = staticmethod(only_inherited)

    def __init__(self, *, ctx: Any = None) -> None:
        self._pipe = Pipe._part_of(self)
        self._pipe.readers.add(self)
        self._pipe.writers.add(self)
        self._end: Connection | None = None
        self._closed: set[int] = set()

    def _must_be_open(self) -> None:
        if running().current.home in self._closed:
            raise OSError(CLOSED)

    def put(self, obj: Any) -> None:
        """Pickle *obj* and write it into the pipe."""
        self._must_be_open()
        self._pipe.send(dumps(obj), brief(running(), obj))

    def get(self) -> Any:
        """Wait for an item."""
        self._must_be_open()
        pipe = self._pipe
        pipe._act(
            "get",
            may_go=lambda: bool(pipe.inside),
            needs=((((pipe._uid, BYTES)), 1),),
        )
        return loads(pipe.pop())

    _reader = Queue._reader

    def empty(self) -> bool:
        """Whether nothing is in the pipe."""
        self._must_be_open()
        self._pipe._act("empty", "r", idle=True)
        return not self._pipe.inside

    def close(self) -> None:
        """Let go of it in this process."""
        self._closed.add(running().current.home)
