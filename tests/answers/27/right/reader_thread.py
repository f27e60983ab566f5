# right: a reader thread receives, the caller waits for it with join(seconds); killing the child ends the reader as well
from __future__ import annotations

import threading
from dataclasses import dataclass
from multiprocessing import Pipe, Process
from typing import Any, Optional


@dataclass
class _Outcome:
    finished: bool = False
    value: Any = None
    error: Optional[Exception] = None


def _in_child(conn, func, args) -> None:
    outcome = _Outcome(finished=True)
    try:
        outcome.value = func(*args)
    except Exception as error:
        outcome.error = error
    conn.send(outcome)


def _read(conn, into: list) -> None:
    try:
        into.append(conn.recv())
    except (EOFError, OSError):
        into.append(_Outcome())


def run_with_deadline(func, args: tuple, seconds: float):
    here, there = Pipe(duplex=False)
    process = Process(target=_in_child, args=(there, func, args))
    process.start()
    there.close()
    inbox: list[_Outcome] = []
    reader = threading.Thread(target=_read, args=(here, inbox))
    reader.start()
    try:
        reader.join(max(0.0, seconds))
        late = reader.is_alive()
    finally:
        process.kill()
        process.join()
        reader.join()
        here.close()
    if late:
        raise TimeoutError("too late")
    (outcome,) = inbox
    if not outcome.finished:
        raise ChildProcessError("the child left no result")
    if outcome.error is not None:
        raise outcome.error
    return outcome.value
