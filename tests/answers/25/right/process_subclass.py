# right: a Process subclass with run(), operators in a dict, a lock around send and receive
import operator
import threading
from multiprocessing import Pipe, Process


class _Worker(Process):
    OPERATIONS = {
        "+": operator.add,
        "-": operator.sub,
        "*": operator.mul,
        "/": operator.truediv,
    }

    def __init__(self, conn):
        super().__init__(name="calculator", daemon=True)
        self.conn = conn

    def answer(self, op, a, b):
        try:
            function = self.OPERATIONS[op]
        except (KeyError, TypeError):
            raise ValueError(f"no such operation: {op!r}") from None
        return function(a, b)

    def run(self):
        try:
            while True:
                message, payload = self.conn.recv()
                if message == "stop":
                    return
                try:
                    self.conn.send(("result", self.answer(*payload)))
                except Exception as error:
                    self.conn.send(("error", error))
        except EOFError:
            pass
        finally:
            self.conn.close()


class Calculator:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._conn, other = Pipe(duplex=True)
        self._worker = _Worker(other)
        self._worker.start()
        other.close()

    def ask(self, op: str, a, b):
        with self._lock:
            if self._conn.closed:
                raise ValueError("ask on a closed calculator")
            self._conn.send(("ask", (op, a, b)))
            kind, payload = self._conn.recv()
        if kind == "error":
            raise payload
        return payload

    def close(self) -> None:
        with self._lock:
            if self._conn.closed:
                return
            try:
                self._conn.send(("stop", None))
            except (BrokenPipeError, ConnectionResetError):
                pass
            finally:
                self._conn.close()
            self._worker.join()

    def __enter__(self) -> "Calculator":
        return self

    def __exit__(self, kind, value, traceback) -> None:
        self.close()
