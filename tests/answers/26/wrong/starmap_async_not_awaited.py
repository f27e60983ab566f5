# race: starmap_async is never waited for and leaving the with block kills the pool
from multiprocessing import Manager, Pool


def _count(text, counts, lock):
    for word in text.split():
        with lock:
            counts[word] = counts.get(word, 0) + 1


def word_count(texts, workers):
    with Manager() as manager:
        counts = manager.dict()
        lock = manager.Lock()
        with Pool(workers) as pool:
            pool.starmap_async(_count, [(text, counts, lock) for text in texts])
        return dict(counts)
