# right: workers share a stack under an asyncio.Condition; the last busy one that finds it empty sends everybody home
import asyncio
from typing import Awaitable, Callable, Iterable, List, Optional, Set


async def crawl(start: str, fetch_links: Callable[[str], Awaitable[Iterable[str]]], limit: int) -> Set[str]:
    changed = asyncio.Condition()
    seen: Set[str] = {start}
    todo: List[str] = [start]
    busy = 0
    first_error: Optional[BaseException] = None

    async def worker() -> None:
        nonlocal busy, first_error
        while True:
            async with changed:
                await changed.wait_for(lambda: todo or not busy or first_error)
                if first_error or not todo:
                    return
                page = todo.pop()
                busy += 1
            links: Iterable[str] = ()
            error = None
            try:
                links = list(await fetch_links(page))
            except Exception as exc:
                error = exc
            async with changed:
                busy -= 1
                if error is not None and first_error is None:
                    first_error = error
                for link in links:
                    if link not in seen:
                        seen.add(link)
                        todo.append(link)
                changed.notify_all()

    team = asyncio.gather(*(worker() for _ in range(limit)), return_exceptions=True)
    for outcome in await team:  # a cancellation from outside reaches every worker through gather
        if outcome is not None:
            raise outcome
    if first_error is not None:
        raise first_error
    return seen
