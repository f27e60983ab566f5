# too-parallel: creates all tasks first and awaits them in a loop, their delays overlap
import asyncio


async def greet(name, delay, say):
    await asyncio.sleep(delay)
    say(f"Hello, {name}!")


async def greet_all(names, delay, say):
    tasks = []
    for name in names:
        tasks.append(asyncio.create_task(greet(name, delay, say)))
    for task in tasks:
        await task


def main(names, delay, say):
    asyncio.run(greet_all(names, delay, say))
