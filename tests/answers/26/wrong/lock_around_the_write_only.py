# race: the old count is read before the lock is taken
from multiprocessing import Lock, Manager, Process


def _count(texts, counts, lock):
    for text in texts:
        for word in text.split():
            old = counts.get(word, 0)
            with lock:
                counts[word] = old + 1


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
        return counts.copy()
