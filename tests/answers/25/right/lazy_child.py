# right: the child is started by the first ask; close before any ask has nothing to end
from multiprocessing import Pipe, Process


def _calculate(op, a, b):
    match op:
        case "+":
            return a + b
        case "-":
            return a - b
        case "*":
            return a * b
        case "/":
            return a / b
        case _:
            raise ValueError(f"bad operation {op!r}")


def _run(conn):
    while (request := conn.recv()) is not None:
        try:
            outcome = _calculate(*request), None
        except Exception as error:
            outcome = None, error
        conn.send(outcome)


class Calculator:
    _conn = None
    _process = None
    _open = True

    def _start(self):
        self._conn, there = Pipe()
        self._process = Process(target=_run, args=(there,), daemon=True)
        self._process.start()
        there.close()

    def ask(self, op, a, b):
        if not self._open:
            raise ValueError("calculator closed")
        if self._process is None:
            self._start()
        self._conn.send((op, a, b))
        value, error = self._conn.recv()
        if error is None:
            return value
        try:
            raise error
        finally:
            del error

    def close(self):
        self._open = False
        if self._process is None:
            return
        try:
            self._conn.send(None)
        except OSError:
            pass
        finally:
            self._conn.close()
            self._process.join()
            self._process = self._conn = None

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()
