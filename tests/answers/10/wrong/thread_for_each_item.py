# too-parallel: a thread is started for each item, however many workers were asked for
import queue
import threading


def process_all(items, work, workers):
    items = list(items)
    results = [None] * len(items)
    tasks = queue.Queue()

    def worker():
        index, item = tasks.get()
        try:
            results[index] = work(item)
        except Exception as error:
            results[index] = error

    threads = []
    for task in enumerate(items):
        tasks.put(task)
        thread = threading.Thread(target=worker)
        thread.start()
        threads.append(thread)
    for thread in threads:
        thread.join()
    return results
