# wrong-tool: makes a loop of its own with new_event_loop() instead of asyncio.run()
import asyncio


async def greet(name, delay, say):
    await asyncio.sleep(delay)
    say(f"Hello, {name}!")


async def greet_all(names, delay, say):
    for name in names:
        await greet(name, delay, say)


def main(names, delay, say):
    loop = asyncio.new_event_loop()
    try:
        loop.run_until_complete(greet_all(names, delay, say))
    finally:
        loop.close()
