# right: an async generator waits and yields the sentences, greet() and main() take them from it
import asyncio
from contextlib import aclosing


async def sentences(names, delay):
    for name in names:
        await asyncio.sleep(delay)
        yield f"Hello, {name}!"


async def speak(names, delay, say):
    async with aclosing(sentences(names, delay)) as lines:
        async for line in lines:
            say(line)


async def greet(name, delay, say):
    await speak([name], delay, say)


def main(names, delay, say):
    asyncio.run(speak(names, delay, say))
