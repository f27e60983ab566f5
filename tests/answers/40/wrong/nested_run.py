# crash: asyncio.run() inside of the coroutine that asyncio.run() runs
import asyncio


async def greet(name, delay, say):
    await asyncio.sleep(delay)
    say(f"Hello, {name}!")


async def greet_all(names, delay, say):
    for name in names:
        asyncio.run(greet(name, delay, say))


def main(names, delay, say):
    asyncio.run(greet_all(names, delay, say))
