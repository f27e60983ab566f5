# endless: an idle worker goes round and round with sleep(0) until there is a page again
import asyncio


async def crawl(start, fetch_links, limit):
    seen = {start}
    todo = [start]
    busy = 0
    failed = False

    async def worker():
        nonlocal busy, failed
        while (todo or busy) and not failed:
            if not todo:
                await asyncio.sleep(0)
                continue
            page = todo.pop()
            busy += 1
            try:
                for link in await fetch_links(page):
                    if link not in seen:
                        seen.add(link)
                        todo.append(link)
            except Exception:
                failed = True
                raise
            finally:
                busy -= 1

    outcomes = await asyncio.gather(*(worker() for _ in range(limit)), return_exceptions=True)
    for outcome in outcomes:
        if outcome is not None:
            raise outcome
    return seen
