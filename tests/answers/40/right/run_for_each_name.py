# right: plain loop in main, one asyncio.run() after the other, never one inside the other
import asyncio


async def greet(name, delay, say):
    await asyncio.sleep(delay)
    say("Hello, " + str(name) + "!")


def main(names, delay, say):
    for name in names:
        asyncio.run(greet(name, delay, say))
