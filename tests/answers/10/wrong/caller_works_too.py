# wrong-tool: the caller is one of the workers, so part of the work is done in the caller's thread
import queue
import threading


def process_all(items, work, workers):
    items = list(items)
    results = [None] * len(items)
    tasks = queue.Queue()
    for task in enumerate(items):
        tasks.put(task)

    def worker():
        while True:
            try:
                index, item = tasks.get_nowait()
            except queue.Empty:
                break
            try:
                results[index] = work(item)
            except Exception as error:
                results[index] = error

    threads = [threading.Thread(target=worker) for _ in range(workers - 1)]
    for thread in threads:
        thread.start()
    worker()
    for thread in threads:
        thread.join()
    return results
