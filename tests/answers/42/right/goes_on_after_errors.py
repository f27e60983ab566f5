# right: an action that raises does not end the ticking, stop() raises the first error when the task has ended
import asyncio
from dataclasses import dataclass, field
from typing import Callable, List, Optional


@dataclass
class Ticker:
    interval: float
    action: Callable[[], object]
    _task: Optional[asyncio.Task] = field(default=None, init=False, repr=False)
    _errors: List[Exception] = field(default_factory=list, init=False, repr=False)

    def start(self):
        if self._task is None:
            self._task = asyncio.create_task(self._forever())

    async def _forever(self):
        while True:
            await asyncio.sleep(self.interval)
            try:
                self.action()
            except Exception as error:
                self._errors.append(error)

    async def stop(self):
        if self._task is None:
            return
        task, self._task = self._task, None
        task.cancel()
        await asyncio.wait([task])
        errors, self._errors = self._errors, []
        if errors:
            raise errors[0]
