# right: each greeting is a task that first waits for the task of the one before; an error stops the chain
import asyncio


async def greet(name, delay, say):
    await asyncio.sleep(delay)
    say(f"Hello, {name}!")


async def _after(previous, name, delay, say):
    if previous is not None:
        await previous
    await greet(name, delay, say)


async def _chain(names, delay, say):
    tasks = []
    for name in names:
        previous = tasks[-1] if tasks else None
        tasks.append(asyncio.create_task(_after(previous, name, delay, say)))
    await asyncio.gather(*tasks, return_exceptions=True)
    for task in tasks:
        task.result()


def main(names, delay, say):
    asyncio.run(_chain(names, delay, say))
