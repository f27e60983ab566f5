# deadlock: the stop mark that is put back is never done, so tasks.join() never comes back
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
                tasks.put(None)
                tasks.task_done()
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
    tasks.put(None)
    tasks.join()
    for thread in threads:
        thread.join()
    return results
