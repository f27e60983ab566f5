# crash: takes names[0] out before the loop, an empty list of names raises IndexError
import asyncio


async def greet(name, delay, say):
    await asyncio.sleep(delay)
    say(f"Hello, {name}!")


async def greet_all(names, delay, say):
    await greet(names[0], delay, say)
    for name in names[1:]:
        await greet(name, delay, say)


def main(names, delay, say):
    asyncio.run(greet_all(names, delay, say))
