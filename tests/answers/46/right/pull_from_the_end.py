# right: the caller's own coroutine pulls the results; a failing task sets one Future, the reader and that Future are waited for together
import asyncio


async def run(items, stages, size):
    loop = asyncio.get_running_loop()
    failure = loop.create_future()
    end = object()
    tasks = []

    def guard(coro):
        task = loop.create_task(coro)
        task.add_done_callback(note)
        tasks.append(task)

    def note(task):
        if not task.cancelled() and task.exception() is not None and not failure.done():
            failure.set_result(task.exception())

    async def fill(queue):
        for item in items:
            await queue.put(item)
        await queue.put(end)

    async def move(stage, source, target):
        item = await source.get()
        while item is not end:
            await target.put(await stage(item))
            item = await source.get()
        await target.put(end)

    queue = asyncio.Queue(size)
    guard(fill(queue))
    for stage in stages:
        source, queue = queue, asyncio.Queue(size)
        guard(move(stage, source, queue))

    async def results():
        collected = []
        while (item := await queue.get()) is not end:
            collected.append(item)
        return collected

    reader = loop.create_task(results())
    try:
        await asyncio.wait({reader, failure}, return_when=asyncio.FIRST_COMPLETED)
        if failure.done():
            raise failure.result()
        return reader.result()
    finally:
        for task in (reader, *tasks):
            task.cancel()
        await asyncio.gather(reader, *tasks, return_exceptions=True)
