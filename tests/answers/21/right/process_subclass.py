# right: a Process subclass with run() for a slice of the items, and a queue of its own that collect() reads before it joins
from multiprocessing import Process, Queue
from multiprocessing.connection import wait


class SliceWorker(Process):
    def __init__(self, func, part):
        super().__init__()
        self.func = func
        self.part = part
        self.answers = Queue()

    def run(self):
        values = []
        error = None
        try:
            for item in self.part:
                values.append(self.func(item))
        except Exception as problem:
            error = problem
        self.answers.put((values, error))

    def collect(self):
        wait([self.sentinel, self.answers._reader])
        if self.answers.empty():
            self.join()
            answer = [], ChildProcessError(f"{self.name} ended with {self.exitcode}")
        else:
            answer = self.answers.get()
            self.join()
        self.answers.close()
        return answer


def slices(items, parts):
    size, rest = divmod(len(items), parts)
    start = 0
    for number in range(parts):
        stop = start + size + (number < rest)
        yield items[start:stop]
        start = stop


def parallel_map(func, items, workers):
    items = list(items)
    if not items:
        return []
    children = [SliceWorker(func, part) for part in slices(items, min(workers, len(items)))]
    for child in children:
        child.start()
    collected = [child.collect() for child in children]
    results = []
    for values, error in collected:
        if error is not None:
            raise error
        results.extend(values)
    return results
