# leak: create_task() and return; asyncio.run() cancels the tasks that are still waiting, nobody is greeted
import asyncio


async def greet(name, delay, say):
    await asyncio.sleep(delay)
    say(f"Hello, {name}!")


async def greet_all(names, delay, say):
    for name in names:
        asyncio.create_task(greet(name, delay, say))


def main(names, delay, say):
    asyncio.run(greet_all(names, delay, say))
