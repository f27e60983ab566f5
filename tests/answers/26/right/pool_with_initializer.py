# right: Pool(workers), the dict and the lock handed over by the initializer, every word added under the lock
import multiprocessing as mp

_shared = None
_guard = None


def _init(shared, guard):
    global _shared, _guard
    _shared = shared
    _guard = guard


def _add_words(text):
    for word in text.split():
        with _guard:
            _shared[word] = _shared.get(word, 0) + 1


def word_count(texts, workers):
    with mp.Manager() as manager:
        shared = manager.dict()
        with mp.Pool(workers, initializer=_init, initargs=(shared, mp.Lock())) as pool:
            pool.map(_add_words, texts)
            pool.close()
            pool.join()
        return shared.copy()
