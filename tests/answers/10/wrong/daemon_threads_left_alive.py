# leak: daemon workers are never told to stop, each call leaves them waiting in get()
import queue
import threading


def process_all(items, work, workers):
    items = list(items)
    results = [None] * len(items)
    tasks = queue.Queue()

    def worker():
        while True:
            index, item = tasks.get()
            try:
                results[index] = work(item)
            except Exception as error:
                results[index] = error
            finally:
                tasks.task_done()

    for _ in range(workers):
        threading.Thread(target=worker, daemon=True).start()
    for task in enumerate(items):
        tasks.put(task)
    tasks.join()
    return results
