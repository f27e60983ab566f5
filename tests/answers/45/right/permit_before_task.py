# right: the main coroutine takes a permit before it starts a fetch task; the tasks send (page, links or error) back by a queue
import asyncio
from collections import namedtuple

Report = namedtuple("Report", "links error")


async def crawl(start, fetch_links, limit):
    permits = asyncio.BoundedSemaphore(limit)
    reports = asyncio.Queue()
    tasks = []

    async def fetch(page):
        try:
            reports.put_nowait(Report(list(await fetch_links(page)), None))
        except Exception as error:
            reports.put_nowait(Report([], error))
        finally:
            permits.release()

    seen = set()
    fresh = [start]
    open_pages = 0
    try:
        while fresh or open_pages:
            while fresh and reports.empty():
                page = fresh.pop()
                if page in seen:
                    continue
                if permits.locked():
                    fresh.append(page)
                    break
                await permits.acquire()
                seen.add(page)
                open_pages += 1
                tasks.append(asyncio.create_task(fetch(page)))
            if open_pages:
                report = await reports.get()
                open_pages -= 1
                if report.error is not None:
                    raise report.error
                fresh.extend(link for link in report.links if link not in seen)
        return seen
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
