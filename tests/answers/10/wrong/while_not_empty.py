# deadlock: asks empty() and then calls get(), when another worker takes the last item in between it waits for ever
import queue
import threading


def process_all(items, work, workers):
    items = list(items)
    results = [None] * len(items)
    tasks = queue.Queue()
    for task in enumerate(items):
        tasks.put(task)

    def worker():
        while not tasks.empty():
            index, item = tasks.get()
            try:
                results[index] = work(item)
            except Exception as error:
                results[index] = error

    threads = [threading.Thread(target=worker) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
