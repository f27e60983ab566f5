# wrong-result: 0, "" or None among the items is taken for the stop mark, that worker ends and items stay undone
import queue
import threading


def process_all(items, work, workers):
    items = list(items)
    results = [None] * len(items)
    tasks = queue.Queue()

    def worker():
        while True:
            index, item = tasks.get()
            if not item:
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
    for _ in threads:
        tasks.put((None, None))
    for thread in threads:
        thread.join()
    return results
