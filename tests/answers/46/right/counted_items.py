# right: no end mark at all: everybody knows how many items there are; the first stage reads the list, the last one fills the result
import asyncio


async def run(items, stages, size):
    items = list(items)
    if not stages:
        return items
    count = len(items)
    queues = [asyncio.Queue(size) for _ in stages[1:]]
    results = []

    async def worker(position, stage):
        source = iter(items)
        for _ in range(count):
            item = next(source) if position == 0 else await queues[position - 1].get()
            item = await stage(item)
            if position < len(queues):
                await queues[position].put(item)
            else:
                results.append(item)

    team = [asyncio.create_task(worker(*pair)) for pair in enumerate(stages)]
    error = None
    try:
        for task in asyncio.as_completed(team):
            await task
    except Exception as exc:
        error = exc
    finally:
        for task in team:
            if not task.done():
                task.cancel()
        await asyncio.gather(*team, return_exceptions=True)
    if error is not None:
        raise error
    return results
