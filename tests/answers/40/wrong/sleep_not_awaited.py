# leak: asyncio.sleep() is called without await, the coroutine is never awaited and the greeting comes at once
import asyncio


async def greet(name, delay, say):
    asyncio.sleep(delay)
    say(f"Hello, {name}!")


def main(names, delay, say):
    async def all_of_them():
        for name in names:
            await greet(name, delay, say)

    asyncio.run(all_of_them())
