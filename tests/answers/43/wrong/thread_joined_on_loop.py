# serial: saves in a thread but joins it in the coroutine, the loop waits as if there were no thread
import asyncio
import threading


async def build_report(urls, fetch, render, save):
    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    await asyncio.gather(*tasks, return_exceptions=True)
    pages = [task.result() for task in tasks]
    report = await asyncio.to_thread(render, pages)
    errors = []

    def run_save():
        try:
            save(report)
        except Exception as error:
            errors.append(error)

    saver = threading.Thread(target=run_save)
    saver.start()
    saver.join()
    if errors:
        raise errors[0]
    return len(pages)
