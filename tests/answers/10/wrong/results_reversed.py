# wrong-result: the results come back in the reverse order of the items
import queue
import threading


def process_all(items, work, workers):
    tasks = queue.Queue()
    for task in enumerate(items):
        tasks.put(task)
    results = {}

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

    threads = [threading.Thread(target=worker) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [results[index] for index in sorted(results, reverse=True)]
