# leak: main itself is "async def", a plain call of it only makes a coroutine that nobody awaits
import asyncio


async def greet(name, delay, say):
    await asyncio.sleep(delay)
    say(f"Hello, {name}!")


async def main(names, delay, say):
    for name in names:
        await greet(name, delay, say)
