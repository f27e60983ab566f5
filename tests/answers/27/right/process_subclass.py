# right: Process subclass with run() and a method that gives the outcome; contextmanager ends the child in every case
from contextlib import closing, contextmanager
from multiprocessing import Pipe, Process


class _Task(Process):
    def __init__(self, func, args):
        super().__init__()
        self._func = func
        self._arguments = args
        self._reader, self._writer = Pipe(False)

    def run(self):
        self._reader.close()
        try:
            message = {"result": self._func(*self._arguments)}
        except Exception as error:
            message = {"error": error}
        self._writer.send(message)
        self._writer.close()

    def start(self):
        super().start()
        self._writer.close()

    def outcome(self, seconds):
        if not self._reader.poll(seconds):
            raise TimeoutError("deadline passed")
        try:
            message = self._reader.recv()
        except (EOFError, OSError) as end:
            raise ChildProcessError("no result from the child") from end
        if "error" in message:
            raise message["error"]
        return message["result"]


@contextmanager
def _running(task):
    task.start()
    try:
        with closing(task._reader):
            yield task
    finally:
        if task.is_alive():
            task.terminate()
        task.join()


def run_with_deadline(func, args, seconds):
    with _running(_Task(func, tuple(args))) as task:
        return task.outcome(seconds)
