# right: one duplex pipe, a loop function in the child, None as the end mark, (ok, value) pairs
from multiprocessing import Pipe, Process


def _compute(op, a, b):
    if op == "+":
        return a + b
    if op == "-":
        return a - b
    if op == "*":
        return a * b
    if op == "/":
        return a / b
    raise ValueError(f"unknown operation: {op!r}")


def _serve(conn, parents_end):
    parents_end.close()
    while True:
        try:
            request = conn.recv()
        except EOFError:
            break
        if request is None:
            break
        try:
            reply = (True, _compute(*request))
        except Exception as error:
            reply = (False, error)
        conn.send(reply)
    conn.close()


class Calculator:
    def __init__(self):
        self._conn, childs_end = Pipe()
        self._process = Process(target=_serve, args=(childs_end, self._conn), daemon=True)
        self._process.start()
        childs_end.close()
        self._closed = False

    def ask(self, op, a, b):
        if self._closed:
            raise ValueError("the calculator is closed")
        self._conn.send((op, a, b))
        ok, value = self._conn.recv()
        if ok:
            return value
        raise value

    def close(self):
        if self._closed:
            return
        self._closed = True
        try:
            self._conn.send(None)
        except OSError:
            pass  # the child has gone already
        self._conn.close()
        self._process.join()

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()
