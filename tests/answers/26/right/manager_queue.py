# right: workers take texts from a manager's Queue until an end mark, RLock around the update
from multiprocessing import Manager, Process, RLock


def _worker(queue, counts, lock):
    while True:
        text = queue.get()
        if text is None:
            return
        words = text.split()
        with lock:
            for word in set(words):
                try:
                    counts[word] += words.count(word)
                except KeyError:
                    counts[word] = words.count(word)


def word_count(texts, workers):
    manager = Manager()
    try:
        queue = manager.Queue()
        counts = manager.dict()
        lock = RLock()
        processes = []
        for _ in range(workers):
            process = Process(target=_worker, args=(queue, counts, lock))
            process.start()
            processes.append(process)
        for text in texts:
            queue.put(text)
        for _ in processes:
            queue.put(None)
        for process in processes:
            process.join()
        return counts.copy()
    finally:
        manager.shutdown()
