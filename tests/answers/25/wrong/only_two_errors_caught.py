# crash: an error other than the two expected (a TypeError for 1 + 'x') kills the child; ask raises EOFError
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


def _serve(conn):
    while True:
        request = conn.recv()
        if request is None:
            break
        try:
            reply = (True, _compute(*request))
        except (ZeroDivisionError, ValueError) as error:
            reply = (False, error)
        conn.send(reply)
    conn.close()


class Calculator:
    def __init__(self):
        self._conn, child_conn = Pipe()
        self._process = Process(target=_serve, args=(child_conn,), daemon=True)
        self._process.start()
        child_conn.close()
        self._closed = False

    def ask(self, op, a, b):
        if self._closed:
            raise ValueError("the calculator is closed")
        self._conn.send((op, a, b))
        ok, value = self._conn.recv()
        if not ok:
            raise value
        return value

    def close(self):
        if self._closed:
            return
        self._closed = True
        try:
            self._conn.send(None)
        except OSError:
            pass
        self._conn.close()
        self._process.join()

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()
