# wrong-result: says hello first and waits afterwards
import asyncio


async def greet(name, delay, say):
    say(f"Hello, {name}!")
    await asyncio.sleep(delay)


def main(names, delay, say):
    async def greet_all():
        for name in names:
            await greet(name, delay, say)

    asyncio.run(greet_all())
