# right: the queue is filled before the threads start, so get_nowait may take Empty as the end
import queue
import threading


def process_all(items, work, workers):
    tasks = queue.Queue()
    results = []
    for index, item in enumerate(items):
        tasks.put((index, item))
        results.append(None)

    def worker():
        while True:
            try:
                index, item = tasks.get_nowait()
            except queue.Empty:
                return
            try:
                results[index] = work(item)
            except Exception as error:
                results[index] = error

    threads = []
    for number in range(workers):
        thread = threading.Thread(target=worker, name=f"worker-{number}")
        thread.start()
        threads.append(thread)
    for thread in threads:
        thread.join()
    return results
