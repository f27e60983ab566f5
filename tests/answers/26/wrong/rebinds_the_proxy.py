# wrong-result: the worker rebinds its local name to a new dict, nothing reaches the manager
from collections import Counter
from multiprocessing import Lock, Manager, Process


def _count(texts, counts, lock):
    for text in texts:
        words = Counter(text.split())
        with lock:
            merged = Counter(counts.copy())
            merged.update(words)
            counts = dict(merged)


def word_count(texts, workers):
    with Manager() as manager:
        counts = manager.dict()
        lock = Lock()
        processes = []
        for i in range(workers):
            process = Process(target=_count, args=(texts[i::workers], counts, lock))
            process.start()
            processes.append(process)
        for process in processes:
            process.join()
        return dict(counts)
