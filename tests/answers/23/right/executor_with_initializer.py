# right: ProcessPoolExecutor with an initializer; acquire/release in try/finally
from bisect import bisect_right
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import Array

_counts = None


def _adopt(counts):
    global _counts
    _counts = counts


def _add(edges, part):
    found = [0] * (len(edges) - 1)
    for value in part:
        if edges[0] <= value <= edges[-1]:
            found[min(bisect_right(edges, value), len(found)) - 1] += 1
    _counts.acquire()
    try:
        _counts[:] = [old + new for old, new in zip(_counts, found)]
    finally:
        _counts.release()


def histogram(values, edges, workers):
    counts = Array("q", len(edges) - 1)
    parts = [values[k::workers] for k in range(workers)]
    with ProcessPoolExecutor(workers, initializer=_adopt, initargs=(counts,)) as executor:
        list(executor.map(partial(_add, edges), parts))
    return list(counts)
