# right: runners report under an asyncio.Condition, the caller waits for "an error or nobody left"
import asyncio
from dataclasses import dataclass, field


@dataclass
class Board:
    open: int
    results: dict = field(default_factory=dict)
    error: Exception | None = None
    news: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def runner(self, number, job):
        try:
            value = await job()
        except Exception as error:
            async with self.news:
                self.error = self.error or error
                self.news.notify_all()
        else:
            async with self.news:
                self.results[number] = value
                self.open -= 1
                self.news.notify_all()

    async def verdict(self):
        async with self.news:
            await self.news.wait_for(lambda: self.error is not None or not self.open)


async def all_or_nothing(jobs):
    jobs = list(jobs)
    board = Board(len(jobs))
    runners = [asyncio.create_task(board.runner(n, job)) for n, job in enumerate(jobs)]
    try:
        await board.verdict()
    finally:
        for task in runners:
            task.cancel()
        await asyncio.gather(*runners, return_exceptions=True)
    if board.error is not None:
        raise board.error
    return [board.results[n] for n in range(len(jobs))]
