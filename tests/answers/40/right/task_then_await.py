# right: each greeting is a task, awaited before the next one is made
import asyncio


async def greet(name, delay, say):
    await asyncio.sleep(delay)
    say(f"Hello, {name}!")


async def in_turn(coroutines):
    for coroutine in coroutines:
        task = asyncio.create_task(coroutine)
        await task


def main(names, delay, say):
    return asyncio.run(in_turn(greet(name, delay, say) for name in names))
