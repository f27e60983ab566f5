"""A diver goes down for a pearl, with air for so many minutes.

The idea here: a thread can't be ended from outside, but a process can.  Whoever ends
one waits for its end as well.
"""

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any


def run_with_deadline(
    func: Callable[..., Any], args: tuple[Any, ...], seconds: float
) -> Any:
    """What `func(*args)` returns or raises, in a child process.

    Raises TimeoutError when *seconds* are not enough, and ChildProcessError when the
    child died without a result.  In every case the child has ended and been joined.
    """
    rope, lower_end = multiprocessing.Pipe(duplex=False)
    diver = multiprocessing.Process(target=_dive, args=(lower_end, func, args))
    diver.start()
    lower_end.close()
    try:
        # Wait for the result, not for the child: a child whose result is larger than
        # the pipe only ends when somebody takes it out.
        if not rope.poll(seconds):
            diver.terminate()
            raise TimeoutError(f"nothing after {seconds} seconds")
        done, result = rope.recv()
    except EOFError:
        raise ChildProcessError("the child died without a result") from None
    finally:
        diver.join()
        rope.close()
    if not done:
        raise result
    return result


def _dive(rope: Connection, func: Callable[..., Any], args: tuple[Any, ...]) -> None:
    """Call the function, and send up what comes of it."""
    try:
        result = (True, func(*args))
    except Exception as error:
        result = (False, error)
    rope.send(result)
