# right: a bounded queue fed while the workers run, so the caller waits when the workers are behind
import queue
import threading


class Task:
    def __init__(self, item):
        self.item = item
        self.outcome = None

    def do(self, work):
        try:
            self.outcome = work(self.item)
        except Exception as error:
            self.outcome = error


def process_all(items, work, workers):
    line = queue.Queue(maxsize=workers)
    tasks = [Task(item) for item in items]

    def serve():
        while True:
            task = line.get()
            if task is None:
                return
            task.do(work)

    threads = [threading.Thread(target=serve) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for task in tasks + [None] * workers:
        line.put(task)
    for thread in threads:
        thread.join()
    return [task.outcome for task in tasks]
