# wrong-tool: get_event_loop() and run_until_complete() instead of asyncio.run()
import asyncio


async def greet(name, delay, say):
    await asyncio.sleep(delay)
    say(f"Hello, {name}!")


def main(names, delay, say):
    loop = asyncio.get_event_loop()
    for name in names:
        loop.run_until_complete(greet(name, delay, say))
