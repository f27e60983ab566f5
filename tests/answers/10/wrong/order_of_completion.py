# race: results are appended when they are ready, so their order depends on which work ends first
import queue
import threading


def process_all(items, work, workers):
    results = []
    tasks = queue.Queue()
    for item in items:
        tasks.put((True, item))

    def worker():
        while True:
            go_on, item = tasks.get()
            if not go_on:
                break
            try:
                value = work(item)
            except Exception as error:
                value = error
            results.append(value)

    threads = [threading.Thread(target=worker) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for _ in threads:
        tasks.put((False, None))
    for thread in threads:
        thread.join()
    return results
