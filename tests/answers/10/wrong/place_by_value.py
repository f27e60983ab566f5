# wrong-result: the place is looked up with items.index, so a value that comes twice leaves its second place empty
import queue
import threading


def process_all(items, work, workers):
    items = list(items)
    results = [None] * len(items)
    tasks = queue.Queue()
    for item in items:
        tasks.put(item)

    def worker():
        while True:
            try:
                item = tasks.get_nowait()
            except queue.Empty:
                break
            try:
                value = work(item)
            except Exception as error:
                value = error
            results[items.index(item)] = value

    threads = [threading.Thread(target=worker) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
