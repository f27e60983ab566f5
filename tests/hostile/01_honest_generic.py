# pass: an honest answer with generics, overloads and other tricks of typing
"""`TypeVar`, `Generic`, `Protocol`, `cast` and `TYPE_CHECKING`; and `queue` is not needed."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Work(Protocol[T_co]):
    def __call__(self) -> T_co: ...


class Job(threading.Thread, Generic[T]):
    result: T | None
    error: BaseException | None

    def __init__(self, func: Work[T]) -> None:
        super().__init__(name=getattr(func, "__name__", None))
        self._func, self.result, self.error = func, None, None

    def run(self) -> None:
        try:
            self.result = self._func()
        except BaseException as error:
            self.error = error


def run_all(jobs: Sequence[Callable[[], T]]) -> list[T]:
    crew: list[Job[Any]] = [Job(job) for job in jobs]
    for one in crew:
        one.start()
    for one in crew:
        one.join()
    for one in crew:
        if one.error is not None:
            raise one.error
    return [cast(T, one.result) for one in crew]
