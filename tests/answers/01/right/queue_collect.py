# right: the threads send (position, job) through a queue, the caller sorts what it took and joins
import queue
import threading


class Job(threading.Thread):
    def __init__(self, func):
        super().__init__()
        self.func = func
        self.result = None
        self.error = None

    def run(self):
        try:
            self.result = self.func()
        except Exception as error:
            self.error = error


class _Reporter(Job):
    def __init__(self, position, func, outbox):
        super().__init__(func)
        self.position = position
        self.outbox = outbox

    def run(self):
        super().run()
        self.outbox.put((self.position, self.result, self.error))


def run_all(jobs):
    outbox = queue.Queue()
    reporters = [_Reporter(i, func, outbox) for i, func in enumerate(jobs)]
    for reporter in reporters:
        reporter.start()
    rows = [outbox.get() for _ in reporters]
    for reporter in reporters:
        reporter.join()
    rows.sort(key=lambda row: row[0])
    for _, _, error in rows:
        if error is not None:
            raise error
    return [result for _, result, _ in rows]
