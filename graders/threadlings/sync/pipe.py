"""Pipes between processes: so many bytes fit in, and who holds an end is counted."""

from __future__ import annotations

from collections import deque
from multiprocessing import BufferTooShort
from types import TracebackType
from typing import Any

from threadlings.events import Touch
from threadlings.identity import running
from threadlings.sync.base import Standin, give, say, time_up
from threadlings.sync.wire import Message, dumps, loads

CAPACITY = 65_536  # bytes, of a pipe on Linux
HEADER = 4  # bytes before each message
BYTES, SPACE, TAKEN = "bytes", "space", "taken"
PLENTY = 1_000_000_000_000  # what the other side's end is worth: nobody waits any more


class Pipe(Standin):
    """One direction: what was sent and not yet received."""

    _kind = "pipe"

    def __init__(self) -> None:
        self.inside: deque[Message] = deque()
        self.used = 0
        self.taken = 0  # messages that were received, ever
        self.sent = 0
        self.readers: set[Any] = set()  # open ends
        self.writers: set[Any] = set()

    def fits(self, size: int) -> bool:
        """Whether so many bytes can begin to go in; more than fit go bit by bit."""
        return not self.inside or self.used + size + HEADER <= CAPACITY

    def push(self, message: Message) -> int:
        """Put a message in; the number of messages up to it."""
        self.inside.append(message)
        self.used += message.size + HEADER
        self.sent += 1
        give((self._uid, BYTES), 1)
        give((self._uid, SPACE), -message.size - HEADER)
        return self.sent

    def pop(self) -> Message:
        """Take the oldest message."""
        message = self.inside.popleft()
        self.used -= message.size + HEADER
        self.taken += 1
        give((self._uid, BYTES), -1)
        give((self._uid, SPACE), message.size + HEADER)
        give((self._uid, TAKEN), 1)
        return message

    def send(
        self,
        message: Message,
        value: str = "",
        *,
        quiet: bool = False,
    ) -> None:
        """Wait until it fits, put it in, and wait on while it is longer than the pipe.

        Raises BrokenPipeError when nobody is left to read it.
        """
        least = min(0, message.size + HEADER - CAPACITY)
        whole = message.size + HEADER <= CAPACITY
        self._act(
            "send",
            value=value,
            may_go=lambda: self.fits(message.size) or not self.readers,
            needs=(((self._uid, SPACE), least if whole else 0),),
            quiet=quiet,
        )
        if not self.readers:
            say("nobody reads")
            raise BrokenPipeError(32, "Broken pipe")
        number = self.push(message)
        if message.size + HEADER > CAPACITY:
            self._act(
                "send",
                "r",
                may_go=lambda: self.taken >= number or not self.readers,
                needs=(((self._uid, TAKEN), number),),
                quiet=quiet,
            )
            if self.taken < number:
                raise BrokenPipeError(32, "Broken pipe")


class Connection(Standin):
    """An end of a pipe, as one process holds it."""

    _kind = "connection"

    def __init__(self, reads: Pipe | None, writes: Pipe | None) -> None:
        self._reads, self._writes = reads, writes
        self._closed = False
        self._home = running().current.home
        if reads is not None:
            reads.readers.add(self)
        if writes is not None:
            writes.writers.add(self)
        running().state.setdefault("ends", []).append(self)

    # ── to another process ───────────────────────────────────────────────────
    @staticmethod
    def _share(end: Connection, spawning: bool) -> Connection:
        end._must_be_open()
        copy = Connection(end._reads, end._writes)  # open until somebody takes it over
        copy._home = -1
        return copy

    def _take_over(self) -> Connection:
        self._home = running().current.home
        return self

    # ── sending and receiving ────────────────────────────────────────────────
    @property
    def closed(self) -> bool:
        """Whether this end was closed here."""
        return self._closed

    @property
    def readable(self) -> bool:
        """Whether something can come."""
        return self._reads is not None

    @property
    def writable(self) -> bool:
        """Whether something can be sent."""
        return self._writes is not None

    def _must_be_open(self) -> None:
        if self._closed:
            raise OSError("handle is closed")

    def send(self, thing: Any) -> None:
        """Pickle *thing* and send it; wait while the pipe is full."""
        self._must_be_open()
        if self._writes is None:
            raise OSError("connection is read-only")
        self._writes.send(dumps(thing))

    def recv(self) -> Any:
        """Wait for something.  Raises EOFError when nobody is left to send it."""
        return loads(self._receive())

    def _receive(self) -> Message:
        self._must_be_open()
        pipe = self._reads
        if pipe is None:
            raise OSError("connection is write-only")
        pipe._act(
            "recv",
            may_go=lambda: bool(pipe.inside) or not pipe.writers,
            needs=(((pipe._uid, BYTES), 1),),
        )
        if not pipe.inside:
            say("end of file")
            raise EOFError
        return pipe.pop()

    def poll(self, timeout: float | None = 0.0) -> bool:
        """Whether there is something to receive, after *timeout* seconds at most."""
        self._must_be_open()
        pipe = self._reads
        if pipe is None:
            raise OSError("connection is write-only")

        def ready() -> bool:
            return bool(pipe.inside) or not pipe.writers

        if timeout == 0.0:
            pipe._act("poll", "r", idle=True)
        else:
            pipe._act("wait", "r", may_go=ready, until=time_up(timeout))
        say(str(ready()))
        return ready()

    def send_bytes(self, data: Any, offset: int = 0, size: int | None = None) -> None:
        """Send bytes as they are."""
        self._must_be_open()
        if self._writes is None:
            raise OSError("connection is read-only")
        raw = bytes(memoryview(data).cast("B"))
        if offset < 0:
            raise ValueError("offset is negative")
        if offset > len(raw):
            raise ValueError("buffer length < offset")
        size = len(raw) - offset if size is None else size
        if size < 0:
            raise ValueError("size is negative")
        if offset + size > len(raw):
            raise ValueError("buffer length < offset + size")
        self._writes.send(Message(raw[offset : offset + size], []))

    def recv_bytes(self, maxlength: int | None = None) -> bytes:
        """Receive bytes as they are."""
        data = self._receive().data
        if maxlength is not None and len(data) > maxlength:
            raise OSError("got more than maxlength")
        return data

    def recv_bytes_into(self, buf: Any, offset: int = 0) -> int:
        """Receive bytes into *buf*; how many.  Raises BufferTooShort with them."""
        room = memoryview(buf).cast("B")
        if offset < 0:
            raise ValueError("negative offset")
        if offset > len(room):
            raise ValueError("offset too large")
        data = self.recv_bytes()
        if offset + len(data) > len(room):
            raise BufferTooShort(data)
        room[offset : offset + len(data)] = data
        return len(data)

    def _ready(self) -> bool:
        pipe = self._reads
        return pipe is not None and (bool(pipe.inside) or not pipe.writers)

    def _keys(self) -> list[int]:
        return [] if self._reads is None else [self._reads._uid]

    def _counters(self) -> list[Any]:
        return [] if self._reads is None else [(self._reads._uid, BYTES)]

    def fileno(self) -> int:
        """A number for this end."""
        self._must_be_open()
        return self._serial

    def close(self) -> None:
        """Let go of this end; its pipe ends when all copies are closed."""
        if not self._closed:
            pipe = self._reads or self._writes
            assert pipe is not None
            also = ((self._writes._uid, "w"),) if self._reads and self._writes else ()
            pipe._act("close", also=also)
            self._let_go()

    def _let_go(self) -> None:
        self._closed = True
        if self._reads is not None:
            self._reads.readers.discard(self)
            if not self._reads.readers:
                give((self._reads._uid, SPACE), PLENTY)
                give((self._reads._uid, TAKEN), PLENTY)
        if self._writes is not None:
            self._writes.writers.discard(self)
            if not self._writes.writers:
                give((self._writes._uid, BYTES), PLENTY)

    def __enter__(self) -> Connection:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def make(duplex: bool = True) -> tuple[Connection, Connection]:
    """`multiprocessing.Pipe`: two ends, either of them for both if *duplex*."""
    there, back = Pipe(), Pipe()
    if duplex:
        return Connection(back, there), Connection(there, back)
    return Connection(there, None), Connection(None, there)


def _ends(home: int) -> list[Connection]:
    """The ends that a process has open."""
    every: list[Connection] = running().state.get("ends", [])
    return [end for end in every if end._home == home and not end._closed]


def held(home: int) -> tuple[Touch, ...]:
    """What changes when a process ends."""
    pipes = {
        pipe._uid: None
        for end in _ends(home)
        for pipe in (end._reads, end._writes)
        if pipe is not None
    }
    return tuple((uid, "w") for uid in pipes)


def let_go(home: int) -> None:
    """A process has ended: the ends that it held are closed."""
    for end in _ends(home):
        end._let_go()
