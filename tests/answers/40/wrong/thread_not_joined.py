# leak: main runs the loop on a thread of its own and comes back without waiting for it
import asyncio
import threading


async def greet(name, delay, say):
    await asyncio.sleep(delay)
    say(f"Hello, {name}!")


async def greet_all(names, delay, say):
    for name in names:
        await greet(name, delay, say)


def main(names, delay, say):
    runner = threading.Thread(target=lambda: asyncio.run(greet_all(names, delay, say)))
    runner.start()
