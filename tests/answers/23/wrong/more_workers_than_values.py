# crash: with fewer values than workers the slices have size 0: ValueError from range()
from bisect import bisect_right
from multiprocessing import Array, Process


def _count(share, edges, counts):
    low, high = edges[0], edges[-1]
    for value in share:
        if low <= value <= high:
            place = min(bisect_right(edges, value) - 1, len(edges) - 2)
            with counts.get_lock():
                counts[place] += 1


def histogram(values, edges, workers):
    counts = Array("q", len(edges) - 1)
    size = len(values) // workers
    starts = list(range(0, size * workers, size))
    stops = starts[1:] + [len(values)]
    processes = [
        Process(target=_count, args=(values[start:stop], edges, counts))
        for start, stop in zip(starts, stops)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return list(counts)
