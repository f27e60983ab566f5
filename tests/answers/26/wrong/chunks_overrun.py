# too-parallel: chunks of len // workers texts make more processes than workers when it does not divide evenly
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
        size = max(1, len(texts) // workers)
        for i in range(0, len(texts), size):
            process = Process(target=_count, args=(texts[i:i + size], counts, lock))
            process.start()
            processes.append(process)
        for process in processes:
            process.join()
        return dict(counts)
