# right: a Thread subclass with its own list of finished work, merged by the caller after the joins
import queue
import threading


class Worker(threading.Thread):
    def __init__(self, inbox, work):
        super().__init__()
        self.inbox = inbox
        self.work = work
        self.finished = []

    def run(self):
        while True:
            number, item = self.inbox.get()
            if number < 0:
                return
            self.finished.append((number, self.handle(item)))

    def handle(self, item):
        try:
            return self.work(item)
        except Exception as error:
            return error


def process_all(items, work, workers):
    inbox = queue.Queue()
    crew = [Worker(inbox, work) for _ in range(workers)]
    for number, item in enumerate(items):
        inbox.put((number, item))
    for worker in crew:
        inbox.put((-1, None))
        worker.start()
    for worker in crew:
        worker.join()
    pairs = [pair for worker in crew for pair in worker.finished]
    pairs.sort(key=lambda pair: pair[0])
    return [value for _, value in pairs]
