# race: the parent makes a new lock for each worker, so nobody excludes anybody
from multiprocessing import Lock, Manager, Process


def _count(texts, counts, lock):
    for text in texts:
        for word in text.split():
            with lock:
                counts[word] = counts.get(word, 0) + 1


def word_count(texts, workers):
    with Manager() as manager:
        counts = manager.dict()
        processes = [
            Process(target=_count, args=(texts[i::workers], counts, Lock()))
            for i in range(workers)
        ]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        return counts.copy()
