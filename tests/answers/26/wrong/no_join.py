# leak: the dict is copied while the children are still counting
from collections import Counter
from multiprocessing import Lock, Manager, Process


def _count(texts, counts, lock):
    for text in texts:
        words = Counter(text.split())
        with lock:
            for word, n in words.items():
                counts[word] = counts.get(word, 0) + n


def word_count(texts, workers):
    with Manager() as manager:
        counts = manager.dict()
        lock = Lock()
        processes = []
        for i in range(workers):
            process = Process(target=_count, args=(texts[i::workers], counts, lock))
            process.start()
            processes.append(process)
        return dict(counts)
