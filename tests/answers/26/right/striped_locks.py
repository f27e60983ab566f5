# right: a few locks, the one for a word chosen by crc32 (the same in every process), read and write under it
from collections import Counter
from multiprocessing import Lock, Manager, Process
from zlib import crc32

STRIPES = 4


def _tally(texts, shared, locks):
    for text in texts:
        for word, n in Counter(text.split()).items():
            stripe = crc32(word.encode("utf-8", "surrogatepass")) % STRIPES
            with locks[stripe]:
                shared[word] = shared.get(word, 0) + n


def word_count(texts, workers):
    locks = tuple(Lock() for _ in range(STRIPES))
    with Manager() as m:
        shared = m.dict()
        ps = []
        try:
            for first in range(min(workers, len(texts))):
                p = Process(target=_tally, args=(texts[first::workers], shared, locks))
                p.start()
                ps.append(p)
        finally:
            for p in ps:
                p.join()
        return {word: n for word, n in shared.items()}
