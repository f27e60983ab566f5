# late: main sleeps the delay between two names although greet() has waited for it already
import asyncio


async def greet(name, delay, say):
    await asyncio.sleep(delay)
    say(f"Hello, {name}!")


def main(names, delay, say):
    async def greet_all():
        for number, name in enumerate(names):
            if number:
                await asyncio.sleep(delay)
            await greet(name, delay, say)

    asyncio.run(greet_all())
