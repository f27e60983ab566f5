# wrong-tool: threads fill the manager's dict, no worker processes
from collections import Counter
from multiprocessing import Lock, Manager
from threading import Thread


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
        threads = []
        for i in range(workers):
            thread = Thread(target=_count, args=(texts[i::workers], counts, lock))
            thread.start()
            threads.append(thread)
        for thread in threads:
            thread.join()
        return dict(counts)
