# crash: zip(*pairs) cannot be unpacked when there are no items, so process_all([], ...) raises ValueError
import queue
import threading


def process_all(items, work, workers):
    tasks = queue.Queue()
    pairs = []

    def worker():
        while True:
            task = tasks.get()
            if task is None:
                break
            index, item = task
            try:
                pairs.append((index, work(item)))
            except Exception as error:
                pairs.append((index, error))

    threads = [threading.Thread(target=worker) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for task in enumerate(items):
        tasks.put(task)
    for _ in threads:
        tasks.put(None)
    for thread in threads:
        thread.join()
    indexes, values = zip(*sorted(pairs, key=lambda pair: pair[0]))
    return list(values)
