# wrong-result: undo() takes back what would run next instead of the latest submitted one
import queue
import threading


class Dispatcher:
    def __init__(self, workers):
        self.workers = workers
        self.pq = queue.PriorityQueue()
        self.undone = queue.LifoQueue()
        self.n = 0
        self.lock = threading.Lock()

    def submit(self, priority, job):
        with self.lock:
            self.pq.put((priority, self.n, job))
            self.n += 1

    def undo(self):
        with self.lock:
            try:
                entry = self.pq.get_nowait()
            except queue.Empty:
                return None
            self.undone.put(entry)
            return entry[2]

    def run(self):
        slots = []

        def work():
            while True:
                with self.lock:
                    try:
                        _, _, job = self.pq.get_nowait()
                    except queue.Empty:
                        break
                    slots.append(None)
                    mine = len(slots) - 1
                try:
                    slots[mine] = job()
                except Exception as e:
                    slots[mine] = e

        ts = [threading.Thread(target=work) for _ in range(self.workers)]
        for t in ts:
            t.start()
        for t in ts:
            t.join()
        return slots
