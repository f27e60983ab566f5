# right: one process per slice of the texts, local Counter, merged into the manager's dict under one mp.Lock
from collections import Counter
from multiprocessing import Lock, Manager, Process


def _count(texts, counts, lock):
    local = Counter()
    for text in texts:
        local.update(text.split())
    with lock:
        for word, n in local.items():
            counts[word] = counts.get(word, 0) + n


def word_count(texts, workers):
    lock = Lock()
    with Manager() as manager:
        counts = manager.dict()
        processes = [
            Process(target=_count, args=(texts[i::workers], counts, lock))
            for i in range(workers)
        ]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        return dict(counts)
