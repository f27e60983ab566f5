# pass: an honest answer whose outcome is a NamedTuple, with an enum and a match statement
"""A tuple that has a `__bool__` of its own; results by `match`."""

import enum
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, NamedTuple


class How(enum.Enum):
    FINE = True
    TORN = False


class Outcome(NamedTuple):
    ok: bool
    value: Any = None
    error: "BaseException | None" = None

    def __bool__(self) -> bool:
        return self.ok


def _read(future: "Future[Any]") -> Outcome:
    how = How(future.exception() is None)
    match how:
        case How.FINE:
            return Outcome(True, future.result())
        case _:
            return Outcome(False, error=future.exception())


def run(jobs, workers):
    with ThreadPoolExecutor(max_workers=workers) as pool:
        return list(map(_read, [pool.submit(job) for job in jobs]))
