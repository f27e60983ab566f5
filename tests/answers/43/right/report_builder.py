# right: a class with one method for each step; the fetch tasks are cancelled and drained when one of them fails
import asyncio
from dataclasses import dataclass, field
from typing import Any, Callable, List


@dataclass
class ReportBuilder:
    fetch: Callable
    render: Callable
    save: Callable
    pages: List[Any] = field(default_factory=list)

    async def load(self, urls):
        tasks = [asyncio.create_task(self.fetch(url)) for url in urls]
        if not tasks:
            return
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
        finally:
            unfinished = [task for task in tasks if not task.done()]
            for task in unfinished:
                task.cancel()
            await asyncio.gather(*unfinished, return_exceptions=True)
        failed = [task for task in tasks if not task.cancelled() and task.exception() is not None]
        if failed:
            raise failed[0].exception()
        self.pages = [task.result() for task in tasks]

    async def publish(self):
        report = await asyncio.to_thread(self.render, self.pages)
        await asyncio.to_thread(self.save, report)

    async def run(self, urls):
        await self.load(urls)
        await self.publish()
        return len(self.pages)


async def build_report(urls, fetch, render, save):
    return await ReportBuilder(fetch, render, save).run(urls)
