# race: task_done is called before the work, so the results are copied while the last works may still run
import queue
import threading


def process_all(items, work, workers):
    items = list(items)
    results = [None] * len(items)
    tasks = queue.Queue()

    def worker():
        while True:
            task = tasks.get()
            tasks.task_done()
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
    tasks.join()
    finished = list(results)
    for _ in threads:
        tasks.put(None)
    for thread in threads:
        thread.join()
    return finished
