# right: waits on a Future of the loop which call_later() resolves, the timer is taken back when the wait is cancelled
import asyncio


async def pause(seconds):
    loop = asyncio.get_running_loop()
    rung = loop.create_future()

    def ring():
        if not rung.done():
            rung.set_result(None)

    handle = loop.call_later(seconds, ring)
    try:
        await rung
    finally:
        handle.cancel()


async def greet(name, delay, say):
    await pause(delay)
    say("Hello, %s!" % name)


def main(names, delay, say):
    async def everyone():
        for name in names:
            await greet(name, delay, say)

    asyncio.run(everyone())
