# endless: idle workers ask get_nowait again and again until the event is set, a busy wait
import queue
import threading


def process_all(items, work, workers):
    items = list(items)
    results = [None] * len(items)
    tasks = queue.Queue()
    finished = threading.Event()

    def worker():
        while not finished.is_set():
            try:
                index, item = tasks.get_nowait()
            except queue.Empty:
                continue
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
    finished.set()
    for thread in threads:
        thread.join()
    return results
