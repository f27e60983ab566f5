# fail error: tries to open a connection by the asyncio of the library, not by the stand-in
"""`asyncio` is a private copy; the real one is in the library, with a real selector."""

import importlib
import sys


async def crawl(start, fetch_links, limit):
    return {start}


try:
    sys.modules.pop("asyncio", None)
    real = importlib.import_module("asyncio")

    async def _call():
        _, writer = await real.open_connection("127.0.0.1", 47474)
        writer.write(b"secret threadlings\n")
        await writer.drain()

    real.run(real.wait_for(_call(), 2))
except Exception:
    pass
