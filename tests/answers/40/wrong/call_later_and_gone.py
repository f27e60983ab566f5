# leak: greet() leaves a call_later() behind and returns before anything is said
import asyncio


async def greet(name, delay, say):
    loop = asyncio.get_running_loop()
    loop.call_later(delay, say, f"Hello, {name}!")


def main(names, delay, say):
    async def greet_all():
        for name in names:
            await greet(name, delay, say)
            await asyncio.sleep(delay)
        await asyncio.sleep(delay)

    asyncio.run(greet_all())
