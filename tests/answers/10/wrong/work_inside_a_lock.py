# serial: work is called while a lock is held, so the workers never work at the same time
import queue
import threading


def process_all(items, work, workers):
    items = list(items)
    results = [None] * len(items)
    tasks = queue.Queue()
    lock = threading.Lock()

    def worker():
        while True:
            task = tasks.get()
            if task is None:
                break
            index, item = task
            with lock:
                try:
                    results[index] = work(item)
                except Exception as error:
                    results[index] = error

    threads = [threading.Thread(target=worker) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for task in enumerate(items):
        tasks.put(task)
    for _ in threads:
        tasks.put(None)
    for thread in threads:
        thread.join()
    return results
