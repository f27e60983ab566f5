# right: no coroutine of its own for a page: done callbacks start the next fetches and set one Future at the end
import asyncio


async def crawl(start, fetch_links, limit):
    loop = asyncio.get_running_loop()
    finished = loop.create_future()
    known = {start: None}  # a dict keeps the order of discovery
    waiting = list(known)
    flying = set()
    errors = []

    def launch():
        while waiting and len(flying) < limit and not errors:
            task = loop.create_task(fetch_links(waiting.pop(0)))
            flying.add(task)
            task.add_done_callback(landed)
        if not flying and not finished.done():
            finished.set_result(None)

    def landed(task):
        flying.remove(task)
        if task.cancelled():
            errors.append(asyncio.CancelledError())
        elif task.exception():
            errors.append(task.exception())
        else:
            try:
                fresh = dict.fromkeys(link for link in task.result() if link not in known)
            except Exception as error:
                errors.append(error)
            else:
                known.update(fresh)
                waiting.extend(fresh)
        launch()

    launch()
    cancelled = False
    while flying:
        try:
            await asyncio.shield(finished)
        except asyncio.CancelledError:
            cancelled = True
            errors.append(asyncio.CancelledError())
            for task in list(flying):
                task.cancel()
    if cancelled:
        raise asyncio.CancelledError()
    if errors:
        raise errors[0]
    return set(known)
