# right: a Pool whose initializer hands each worker the shared Array; the lock is the Array's own
import multiprocessing
from bisect import bisect_right

_shared = None
_borders = None


def _set_up(counts, edges):
    global _shared, _borders
    _shared = counts
    _borders = edges


def _tally(chunk):
    local = {}
    for value in chunk:
        if _borders[0] <= value < _borders[-1]:
            number = bisect_right(_borders, value) - 1
        elif value == _borders[-1]:
            number = len(_borders) - 2
        else:
            continue
        local[number] = local.get(number, 0) + 1
    with _shared.get_lock():
        for number, count in local.items():
            _shared[number] += count


def histogram(values, edges, workers):
    counts = multiprocessing.Array("q", len(edges) - 1)
    size = max(1, -(-len(values) // workers))
    chunks = [values[start:start + size] for start in range(0, len(values), size)]
    pool = multiprocessing.Pool(workers, initializer=_set_up, initargs=(counts, edges))
    try:
        pool.map(_tally, chunks, chunksize=1)
    finally:
        pool.close()
        pool.join()
    return list(counts)
