# too-parallel: looks one after the other because the n-th waits n delays, but all of them wait at once
import asyncio


async def greet(name, delay, say):
    await asyncio.sleep(delay)
    say(f"Hello, {name}!")


async def greet_all(names, delay, say):
    await asyncio.gather(
        *(greet(name, delay * place, say) for place, name in enumerate(names, start=1))
    )


def main(names, delay, say):
    asyncio.run(greet_all(names, delay, say))
