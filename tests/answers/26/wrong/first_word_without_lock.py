# race: the first sight of a word is written outside the lock and may wipe out another's count
from multiprocessing import Lock, Manager, Process


def _count(texts, counts, lock):
    for text in texts:
        for word in text.split():
            if word not in counts:
                counts[word] = 1
            else:
                with lock:
                    counts[word] += 1


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
