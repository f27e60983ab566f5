# right: get_context("spawn"), dataclass messages, the reply knows how to unwrap itself
from __future__ import annotations

from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any, Optional

_ctx = get_context("spawn")


@dataclass(frozen=True)
class _Request:
    op: str
    a: Any
    b: Any

    def compute(self) -> Any:
        if self.op == "+":
            return self.a + self.b
        elif self.op == "-":
            return self.a - self.b
        elif self.op == "*":
            return self.a * self.b
        elif self.op == "/":
            return self.a / self.b
        raise ValueError(self.op)


@dataclass(frozen=True)
class _Reply:
    value: Any = None
    error: Optional[Exception] = None

    def unwrap(self) -> Any:
        if self.error is not None:
            raise self.error
        return self.value


@dataclass(frozen=True)
class _Quit:
    pass


def _main(conn) -> None:
    while True:
        try:
            message = conn.recv()
        except EOFError:
            return
        if isinstance(message, _Quit):
            return
        try:
            reply = _Reply(value=message.compute())
        except Exception as error:
            reply = _Reply(error=error)
        conn.send(reply)


class Calculator:
    def __init__(self) -> None:
        self._conn, child_conn = _ctx.Pipe()
        self._process = _ctx.Process(target=_main, args=(child_conn,))
        self._process.daemon = True
        self._process.start()
        child_conn.close()

    def ask(self, op: str, a: Any, b: Any) -> Any:
        if self._conn.closed:
            raise ValueError("ask() after close()")
        self._conn.send(_Request(op, a, b))
        return self._conn.recv().unwrap()

    def close(self) -> None:
        if not self._conn.closed:
            try:
                self._conn.send(_Quit())
            except OSError:
                pass
            self._conn.close()
        self._process.join()

    def __enter__(self) -> Calculator:
        return self

    def __exit__(self, *args: object) -> None:
        self.close()
