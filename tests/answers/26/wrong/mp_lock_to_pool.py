# crash: a multiprocessing.Lock can't be sent to a pool as an argument (only inherited)
from multiprocessing import Lock, Manager, Pool


def _count(text, counts, lock):
    for word in text.split():
        with lock:
            counts[word] = counts.get(word, 0) + 1


def word_count(texts, workers):
    with Manager() as manager:
        counts = manager.dict()
        lock = Lock()
        with Pool(workers) as pool:
            pool.starmap(_count, [(text, counts, lock) for text in texts])
        return dict(counts)
