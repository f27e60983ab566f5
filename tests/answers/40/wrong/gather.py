# too-parallel: gather() waits for all at the same time, they are not greeted one after the other
import asyncio


async def greet(name, delay, say):
    await asyncio.sleep(delay)
    say(f"Hello, {name}!")


async def greet_all(names, delay, say):
    await asyncio.gather(*(greet(name, delay, say) for name in names))


def main(names, delay, say):
    asyncio.run(greet_all(names, delay, say))
