# right: a small class that holds proxy and lock and can be pickled to the children; binary Semaphore; imap_unordered
from collections import Counter
from multiprocessing import get_context


class SharedCounts:
    def __init__(self, manager):
        self._proxy = manager.dict()
        self._mutex = manager.BoundedSemaphore(1)

    def add(self, counts):
        with self._mutex:
            current = self._proxy.copy()
            for word, n in counts.items():
                self._proxy[word] = current.get(word, 0) + n

    def snapshot(self):
        return self._proxy.copy()


def _task(job):
    shared, text = job
    shared.add(Counter(text.split()))


def word_count(texts, workers):
    context = get_context()
    with context.Manager() as manager:
        shared = SharedCounts(manager)
        with context.Pool(processes=workers) as pool:
            for _ in pool.imap_unordered(_task, ((shared, text) for text in texts)):
                pass
            pool.close()
            pool.join()
        return shared.snapshot()
