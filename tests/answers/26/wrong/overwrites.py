# wrong-result: each text's counts replace those of the texts before (update in place of adding)
from collections import Counter
from multiprocessing import Lock, Manager, Process


def _count(texts, counts, lock):
    for text in texts:
        words = Counter(text.split())
        with lock:
            counts.update(words)


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
