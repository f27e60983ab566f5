# serial: waits with time.sleep(), which blocks the event loop for everybody
import asyncio
import time


async def greet(name, delay, say):
    time.sleep(delay)
    say(f"Hello, {name}!")


def main(names, delay, say):
    async def greet_all():
        for name in names:
            await greet(name, delay, say)

    asyncio.run(greet_all())
