# crash: the worker function is nested; it can't be pickled under spawn
from collections import Counter
from multiprocessing import Lock, Manager, Process


def word_count(texts, workers):
    def _count(part, counts, lock):
        for text in part:
            words = Counter(text.split())
            with lock:
                for word, n in words.items():
                    counts[word] = counts.get(word, 0) + n

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
