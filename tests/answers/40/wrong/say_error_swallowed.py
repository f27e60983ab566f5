# wrong-result: an exception of say() is caught and logged, it never reaches the caller
import asyncio
import logging

log = logging.getLogger(__name__)


async def greet(name, delay, say):
    await asyncio.sleep(delay)
    try:
        say(f"Hello, {name}!")
    except Exception as error:
        log.debug("could not greet %s: %s", name, error)


def main(names, delay, say):
    async def greet_all():
        for name in names:
            await greet(name, delay, say)

    asyncio.run(greet_all())
