"""A bookkeeper in the back room, and a hatch for the slips.

The idea here: a pipe has two ends, and each process keeps one of them.  Whoever waits
at one end hears from the other, or learns that nobody is left there.
"""

import multiprocessing
import operator
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any

SUMS = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}


class Calculator:
    """Does sums in a child process; one caller at a time."""

    def __init__(self) -> None:
        """Get ready for sums."""
        self._hatch, inner = multiprocessing.Pipe()
        self._child = multiprocessing.Process(target=_serve, args=(inner,))
        self._child.start()
        # The inner end is the child's alone.  A copy kept here would keep the pipe
        # open when the child dies, and `ask` would wait for an answer for ever.
        inner.close()

    def ask(self, op: str, a: Any, b: Any) -> Any:
        """What `a op b` comes to; *op* is one of + - * /.

        Raises what went wrong in the child, and ValueError for another *op* or after
        `close`.
        """
        if self._hatch.closed:
            raise ValueError("the calculator is closed")
        self._hatch.send((op, a, b))
        done, answer = self._hatch.recv()
        if not done:
            raise answer
        return answer

    def close(self) -> None:
        """End the child; when this is back, it has ended.

        To close what is closed is harmless.
        """
        if self._hatch.closed:
            return
        # A word of farewell is surer than the end of file: a child that was forked
        # later may hold a copy of this end, and then no end of file comes.
        try:
            self._hatch.send(None)
        except OSError:
            pass  # it has gone already
        finally:
            self._hatch.close()
            self._child.join()

    def __enter__(self) -> "Calculator":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _serve(hatch: Connection) -> None:
    """Answer one slip after the other, until the farewell."""
    while (slip := hatch.recv()) is not None:
        op, a, b = slip
        try:
            if op not in SUMS:
                raise ValueError(f"{op!r} is none of + - * /")
            answer = (True, SUMS[op](a, b))
        except Exception as error:
            answer = (False, error)
        hatch.send(answer)
