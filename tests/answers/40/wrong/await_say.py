# crash: awaits say(), which is a plain function and gives None
import asyncio


async def greet(name, delay, say):
    await asyncio.sleep(delay)
    await say(f"Hello, {name}!")


async def greet_all(names, delay, say):
    for name in names:
        await greet(name, delay, say)


def main(names, delay, say):
    asyncio.run(greet_all(names, delay, say))
