# crash: greet() runs its sleep with asyncio.run(), which a running loop forbids
import asyncio


async def greet(name, delay, say):
    asyncio.run(asyncio.sleep(delay))
    say(f"Hello, {name}!")


def main(names, delay, say):
    async def greet_all():
        for name in names:
            await greet(name, delay, say)

    asyncio.run(greet_all())
