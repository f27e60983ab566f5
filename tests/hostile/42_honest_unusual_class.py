# pass: an honest answer with slots, `__init_subclass__`, `__repr__` and a class decorator
"""Nothing of it is needed; all of it is in the documentation of the language."""

import asyncio
from contextlib import suppress

REGISTER = {}


def registered(kind):
    REGISTER[kind.__name__] = kind
    return kind


class Base:
    __slots__ = ("__weakref__",)

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.made_by = "a student"


@registered
class Ticker(Base):
    __slots__ = ("_interval", "_action", "_task")

    def __init__(self, interval, action):
        self._interval, self._action, self._task = interval, action, None

    def __repr__(self):
        return f"<Ticker every {self._interval} s>"

    def start(self):
        if self._task is None:
            self._task = asyncio.create_task(self._run(), name=repr(self))

    async def stop(self):
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def _run(self):
        while True:
            await asyncio.sleep(self._interval)
            self._action()
