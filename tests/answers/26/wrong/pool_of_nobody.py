# crash: min(workers, len(texts)) is 0 for an empty list and Pool(0) raises ValueError
from multiprocessing import Manager, Pool


def _count(text, counts, lock):
    for word in text.split():
        with lock:
            counts[word] = counts.get(word, 0) + 1


def word_count(texts, workers):
    with Manager() as manager:
        counts = manager.dict()
        lock = manager.Lock()
        with Pool(min(workers, len(texts))) as pool:
            pool.starmap(_count, [(text, counts, lock) for text in texts])
        return dict(counts)
