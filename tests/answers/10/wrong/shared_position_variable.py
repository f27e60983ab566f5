# race: the place in the list is one variable that all workers share, another worker can change it during work
import queue
import threading


def process_all(items, work, workers):
    items = list(items)
    results = [None] * len(items)
    tasks = queue.Queue()
    index = 0

    def worker():
        nonlocal index
        while True:
            task = tasks.get()
            if task is None:
                break
            index, item = task
            try:
                value = work(item)
            except Exception as error:
                value = error
            results[index] = value

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
