# race: workers start before the queue is filled and end when it looks empty, so items can stay undone
import queue
import threading


def process_all(items, work, workers):
    items = list(items)
    results = [None] * len(items)
    tasks = queue.Queue()

    def worker():
        while not tasks.empty():
            try:
                index, item = tasks.get_nowait()
            except queue.Empty:
                break
            try:
                results[index] = work(item)
            except Exception as error:
                results[index] = error

    threads = [threading.Thread(target=worker) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for task in enumerate(items):
        tasks.put(task)
    for thread in threads:
        thread.join()
    return results
