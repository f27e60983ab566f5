# right: ExitStack undoes what was set up; raw pickled bytes over send_bytes, empty bytes end the child
import pickle
from contextlib import AbstractContextManager, ExitStack, suppress
from multiprocessing import Pipe, Process


def _work(conn):
    while True:
        data = conn.recv_bytes()
        if not data:
            break
        op, a, b = pickle.loads(data)
        try:
            if op not in ("+", "-", "*", "/"):
                raise ValueError("unsupported operation")
            if op == "+":
                good, out = True, a + b
            elif op == "-":
                good, out = True, a - b
            elif op == "*":
                good, out = True, a * b
            else:
                good, out = True, a / b
        except Exception as error:
            good, out = False, error
        conn.send_bytes(pickle.dumps((good, out)))
    conn.close()


class Calculator(AbstractContextManager):
    def __init__(self):
        self._ready = False
        with ExitStack() as stack:
            self._conn, remote = Pipe()
            stack.callback(self._conn.close)
            with remote:
                self._process = Process(target=_work, args=(remote,), daemon=True)
                self._process.start()
            stack.callback(self._process.join)
            stack.callback(self._say_goodbye)
            self._stack = stack.pop_all()
        self._ready = True

    def _say_goodbye(self):
        with suppress(OSError):
            self._conn.send_bytes(b"")

    def ask(self, op, a, b):
        if not self._ready:
            raise ValueError("closed calculator")
        self._conn.send_bytes(pickle.dumps((op, a, b)))
        good, out = pickle.loads(self._conn.recv_bytes())
        if not good:
            raise out
        return out

    def close(self):
        self._ready = False
        self._stack.close()

    def __exit__(self, *exc_info):
        self.close()
