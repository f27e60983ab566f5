# race: a copy of the dict is taken once at the start of the worker; others' additions since then are overwritten
from collections import Counter
from multiprocessing import Lock, Manager, Process


def _count(texts, counts, lock):
    known = counts.copy()
    for text in texts:
        words = Counter(text.split())
        with lock:
            for word, n in words.items():
                known[word] = known.get(word, 0) + n
                counts[word] = known[word]


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
