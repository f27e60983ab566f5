# right: a dataclass keeps delay and say, its coroutine method greets them all
import asyncio
from dataclasses import dataclass
from typing import Callable


@dataclass
class Greeter:
    delay: float
    say: Callable[[str], object]

    async def one(self, name):
        await asyncio.sleep(self.delay)
        self.say(f"Hello, {name}!")

    async def all(self, names):
        for name in names:
            await self.one(name)


async def greet(name, delay, say):
    await Greeter(delay, say).one(name)


def main(names, delay, say):
    asyncio.run(Greeter(delay, say).all(names))
