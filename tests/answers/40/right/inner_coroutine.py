# right: one asyncio.run() around an inner coroutine that awaits the greetings in a for loop
import asyncio


async def greet(name, delay, say):
    await asyncio.sleep(delay)
    say(f"Hello, {name}!")


def main(names, delay, say):
    async def greet_everybody():
        for name in names:
            await greet(name, delay, say)

    asyncio.run(greet_everybody())
