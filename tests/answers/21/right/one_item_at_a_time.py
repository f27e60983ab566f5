# right: each child has a pair of queues of its own and gets the next item when its answer has arrived
import multiprocessing
from multiprocessing.connection import wait


class _Lane:
    """A child process with a queue to it and a queue back."""

    def __init__(self, func):
        self.inbox = multiprocessing.Queue()
        self.outbox = multiprocessing.Queue()
        self.process = multiprocessing.Process(target=_serve, args=(func, self.inbox, self.outbox))
        self.process.start()
        self.index = None

    def give(self, index, item):
        self.index = index
        self.inbox.put((index, item))

    def finish(self):
        self.inbox.put(None)

    def end(self):
        self.process.join()
        self.inbox.close()
        self.inbox.join_thread()
        self.outbox.close()


def _serve(func, inbox, outbox):
    while True:
        task = inbox.get()
        if task is None:
            return
        index, item = task
        try:
            outbox.put((True, func(item)))
        except Exception as error:
            outbox.put((False, error))


def parallel_map(func, items, workers):
    items = list(items)
    todo = enumerate(items)
    outcome = {}
    busy = []
    everyone = []

    def feed(lane):
        for index, item in todo:
            lane.give(index, item)
            busy.append(lane)
            return
        lane.finish()

    for _ in range(min(workers, len(items))):
        everyone.append(_Lane(func))
    for lane in everyone:
        feed(lane)
    while busy:
        handles = [lane.outbox._reader for lane in busy] + [lane.process.sentinel for lane in busy]
        ready = wait(handles)
        for lane in list(busy):
            if lane.outbox._reader in ready or lane.process.sentinel in ready:
                busy.remove(lane)
                if lane.outbox.empty():
                    lane.process.join()
                    code = lane.process.exitcode
                    outcome[lane.index] = (False, ChildProcessError(f"child died (exit code {code})"))
                else:
                    outcome[lane.index] = lane.outbox.get()
                    feed(lane)
    for lane in everyone:
        lane.end()

    values = []
    for index in sorted(outcome):
        fine, value = outcome[index]
        if not fine:
            raise value
        values.append(value)
    return values
