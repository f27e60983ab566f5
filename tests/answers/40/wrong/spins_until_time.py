# endless: turns in a sleep(0) loop until the clock has reached the end of the delay
import asyncio


async def greet(name, delay, say):
    loop = asyncio.get_running_loop()
    end = loop.time() + delay
    while loop.time() < end:
        await asyncio.sleep(0)
    say(f"Hello, {name}!")


def main(names, delay, say):
    async def greet_all():
        for name in names:
            await greet(name, delay, say)

    asyncio.run(greet_all())
