# right: a threading.Timer kills the child at the deadline, the caller just receives; end of file means late or dead
import threading
from multiprocessing import Pipe, Process

_RESULT, _ERROR = range(2)


def _entry(pipe, func, args):
    try:
        item = (_RESULT, func(*args))
    except Exception as error:
        item = (_ERROR, error)
    pipe.send(item)


class _Deadline:
    def __init__(self, process, seconds):
        self.passed = False
        self._process = process
        self._timer = threading.Timer(max(0, seconds), self._expire)

    def _expire(self):
        self.passed = True
        self._process.kill()

    def __enter__(self):
        self._timer.start()
        return self

    def __exit__(self, *exc_info):
        self._timer.cancel()
        self._timer.join()


def run_with_deadline(func, args, seconds):
    out, into = Pipe(duplex=False)
    process = Process(target=_entry, args=(into, func, args))
    process.start()
    into.close()
    try:
        with _Deadline(process, seconds) as deadline:
            try:
                kind, value = out.recv()
            except (EOFError, OSError):
                kind = value = None
    finally:
        process.kill()
        process.join()
        out.close()
    if kind == _RESULT:
        return value
    if kind == _ERROR:
        raise value
    if deadline.passed:
        raise TimeoutError(f"not done in {seconds} s")
    raise ChildProcessError("the child died")
