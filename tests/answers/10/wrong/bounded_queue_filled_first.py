# deadlock: a bounded queue is filled before any worker runs, with more items than places put() waits for ever
import queue
import threading


def process_all(items, work, workers):
    items = list(items)
    results = [None] * len(items)
    tasks = queue.Queue(maxsize=workers)
    for task in enumerate(items):
        tasks.put(task)

    def worker():
        while True:
            task = tasks.get()
            if task is None:
                break
            index, item = task
            try:
                results[index] = work(item)
            except Exception as error:
                results[index] = error

    threads = [threading.Thread(target=worker) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for _ in threads:
        tasks.put(None)
    for thread in threads:
        thread.join()
    return results
