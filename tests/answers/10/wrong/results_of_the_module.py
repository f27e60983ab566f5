# wrong-result: results live in the module and are never cleared, a second call gives old results back as well
import queue
import threading

results = {}


def process_all(items, work, workers):
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
