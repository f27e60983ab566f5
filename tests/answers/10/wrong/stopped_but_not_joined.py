# leak: the workers get their stop marks but are not joined, some can still be running at return
import queue
import threading


def process_all(items, work, workers):
    items = list(items)
    results = [None] * len(items)
    tasks = queue.Queue()

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
            tasks.task_done()

    threads = [threading.Thread(target=worker) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for task in enumerate(items):
        tasks.put(task)
    tasks.join()
    for _ in threads:
        tasks.put(None)
    return results
