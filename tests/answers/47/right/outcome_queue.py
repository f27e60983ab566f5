# right: a wrapper posts how work ended to a queue, call_later posts the lateness; the main coroutine reads the post
import asyncio
import enum
from dataclasses import dataclass


class Kind(enum.Enum):
    VALUE = 1
    ERROR = 2
    CANCELLED = 3
    LATE = 4


@dataclass
class Letter:
    kind: Kind
    content: object = None


async def with_deadline(work, seconds, default, cleanup):
    post = asyncio.Queue()

    async def clerk():
        try:
            letter = Letter(Kind.VALUE, await work())
        except asyncio.CancelledError:
            letter = Letter(Kind.CANCELLED)
        except Exception as error:
            letter = Letter(Kind.ERROR, error)
        post.put_nowait(letter)

    worker = asyncio.create_task(clerk())
    timer = asyncio.get_running_loop().call_later(seconds, post.put_nowait, Letter(Kind.LATE))
    late = False
    outside = False
    try:
        try:
            letter = await post.get()
            late = letter.kind is Kind.LATE
        except asyncio.CancelledError:
            outside = True
        timer.cancel()
        while not worker.done():
            if late or outside:
                worker.cancel()
            try:
                await asyncio.wait({worker})
            except asyncio.CancelledError:
                outside = True
        while not post.empty():
            other = post.get_nowait()
            if other.kind is not Kind.LATE:
                letter = other
        if outside or (letter.kind is Kind.CANCELLED and not late):
            raise asyncio.CancelledError
        if letter.kind is Kind.ERROR:
            raise letter.content
        return default if late else letter.content
    finally:
        await cleanup()
