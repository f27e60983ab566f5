# leak: main calls greet() without await, the coroutines are never awaited and nobody is greeted
import asyncio


async def greet(name, delay, say):
    await asyncio.sleep(delay)
    say(f"Hello, {name}!")


def main(names, delay, say):
    async def all_of_them():
        for name in names:
            greet(name, delay, say)

    asyncio.run(all_of_them())
