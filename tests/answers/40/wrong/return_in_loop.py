# wrong-result: "return asyncio.run(...)" inside the loop, only the first name is greeted
import asyncio


async def greet(name, delay, say):
    await asyncio.sleep(delay)
    say(f"Hello, {name}!")


def main(names, delay, say):
    for name in names:
        return asyncio.run(greet(name, delay, say))
