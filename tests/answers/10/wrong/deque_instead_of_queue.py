# wrong-tool: the workers are fed by a deque, no queue.Queue is used
import threading
from collections import deque


def process_all(items, work, workers):
    tasks = deque(enumerate(items))
    results = [None] * len(tasks)

    def worker():
        while True:
            try:
                index, item = tasks.popleft()
            except IndexError:
                break
            try:
                results[index] = work(item)
            except Exception as error:
                results[index] = error

    threads = [threading.Thread(target=worker) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
