# right: an ExitStack collects the joins, so leaving the with block waits for every thread
import threading
from contextlib import ExitStack


class Job(threading.Thread):
    result = None
    error = None

    def __init__(self, func):
        super().__init__()
        self.func = func

    def run(self):
        try:
            self.result = self.func()
        except Exception as error:
            self.error = error


def run_all(jobs):
    threads = [Job(func) for func in jobs]
    with ExitStack() as stack:
        for thread in threads:
            thread.start()
            stack.callback(thread.join)
    first_error = next((t.error for t in threads if t.error is not None), None)
    if first_error is not None:
        raise first_error
    return [t.result for t in threads]
