# serial: each worker is joined before the next one starts, so the first one does all the work alone
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

    for _ in range(workers):
        thread = threading.Thread(target=worker)
        thread.start()
        thread.join()
    return results
