# right: a count-down latch on a Condition says when all jobs are through, then the threads are joined
import threading


class Latch:
    def __init__(self, count):
        self._count = count
        self._cond = threading.Condition()

    def count_down(self):
        with self._cond:
            self._count -= 1
            self._cond.notify_all()

    def wait(self):
        with self._cond:
            self._cond.wait_for(lambda: self._count == 0)


class Job(threading.Thread):
    def __init__(self, func, latch=None):
        super().__init__()
        self.func = func
        self.latch = latch
        self.result = None
        self.error = None

    def run(self):
        try:
            self.result = self.func()
        except Exception as exc:
            self.error = exc
        finally:
            if self.latch is not None:
                self.latch.count_down()


def run_all(jobs):
    latch = Latch(len(jobs))
    threads = [Job(func, latch) for func in jobs]
    for t in threads:
        t.start()
    latch.wait()
    for t in threads:
        t.join()
    errors = [t.error for t in threads if t.error is not None]
    if errors:
        raise errors[0]
    return [t.result for t in threads]
