# wrong-result: results of failed items are left out, so the list is shorter than the items
import queue
import threading


def process_all(items, work, workers):
    results = {}
    tasks = queue.Queue()

    def worker():
        while True:
            task = tasks.get()
            if task is None:
                break
            index, item = task
            try:
                results[index] = work(item)
            except Exception:
                continue

    threads = [threading.Thread(target=worker) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for task in enumerate(items):
        tasks.put(task)
    for _ in threads:
        tasks.put(None)
    for thread in threads:
        thread.join()
    return [results[index] for index in sorted(results)]
