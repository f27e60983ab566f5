# serial: each fetch is awaited in the loop before the next begins, a limit of one
from collections import deque


async def crawl(start, fetch_links, limit):
    seen = {start}
    todo = deque([start])
    while todo:
        for _ in range(min(limit, len(todo))):
            page = todo.popleft()
            for link in await fetch_links(page):
                if link not in seen:
                    seen.add(link)
                    todo.append(link)
    return seen
