# deadlock: a helper takes the plain Lock that the caller already holds
from collections import Counter
from multiprocessing import Lock, Manager, Process


def _add(counts, lock, word, n):
    with lock:
        counts[word] = counts.get(word, 0) + n


def _count(texts, counts, lock):
    for text in texts:
        words = Counter(text.split())
        with lock:
            for word, n in words.items():
                _add(counts, lock, word, n)


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
