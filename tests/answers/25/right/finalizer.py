# right: weakref.finalize makes close() idempotent and cleans up a forgotten calculator too
import os
import weakref
from multiprocessing import Pipe, Process
from operator import add, mul, sub, truediv


def _loop(conn):
    table = {"+": add, "-": sub, "*": mul, "/": truediv}
    with conn:
        while True:
            try:
                request = conn.recv()
            except (EOFError, OSError):
                return
            if request == ():
                return
            op, a, b = request
            try:
                if not isinstance(op, str) or op not in table:
                    raise ValueError(f"unknown op {op!r}")
                answer = {"value": table[op](a, b)}
            except Exception as error:
                answer = {"error": error}
            conn.send(answer)


def _shut_down(owner, conn, process):
    if os.getpid() != owner:
        return
    try:
        conn.send(())
    except OSError:
        pass
    conn.close()
    process.join()


class Calculator:
    def __init__(self):
        conn, child = Pipe()
        process = Process(target=_loop, args=(child,), daemon=True)
        process.start()
        child.close()
        self._conn = conn
        self.close = weakref.finalize(self, _shut_down, os.getpid(), conn, process)

    def ask(self, op, a, b):
        if not self.close.alive:
            raise ValueError("this calculator is closed")
        self._conn.send((op, a, b))
        answer = self._conn.recv()
        if "error" in answer:
            raise answer["error"]
        return answer["value"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
