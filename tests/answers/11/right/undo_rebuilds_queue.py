# right: undo() pours the priority queue over into a new one and leaves the latest entry out
from queue import Empty, LifoQueue, PriorityQueue
from threading import RLock, Thread


def drained(q):
    """Everything in q, until it is empty."""
    while True:
        try:
            yield q.get_nowait()
        except Empty:
            return


class Dispatcher:
    def __init__(self, workers):
        self.workers = workers
        self.lock = RLock()
        self.seq = 0
        self.jobs = PriorityQueue()
        self.latest = LifoQueue()

    def submit(self, priority, job):
        with self.lock:
            entry = (priority, self.seq, job)
            self.seq += 1
            self.jobs.put(entry)
            self.latest.put(entry)

    def undo(self):
        with self.lock:
            for victim in drained(self.latest):
                keep = PriorityQueue()
                found = False
                for entry in drained(self.jobs):
                    if entry is victim:
                        found = True
                    else:
                        keep.put(entry)
                self.jobs = keep
                if found:
                    return victim[2]
            return None

    def run(self):
        places = []

        def take():
            with self.lock:
                try:
                    _, _, job = self.jobs.get_nowait()
                except Empty:
                    return None
                place = {}
                places.append(place)
                return job, place

        def loop():
            for job, place in iter(take, None):
                try:
                    place["result"] = job()
                except Exception as exc:
                    place["result"] = exc

        threads = [Thread(target=loop) for _ in range(self.workers)]
        [t.start() for t in threads]
        [t.join() for t in threads]
        return [place["result"] for place in places]
