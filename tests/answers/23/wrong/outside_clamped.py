# wrong-result: values outside are counted in the first or last bin
from bisect import bisect_right
from multiprocessing import Array, Process


def _count(share, edges, counts):
    for value in share:
        place = bisect_right(edges, value) - 1
        place = max(0, min(place, len(edges) - 2))
        with counts.get_lock():
            counts[place] += 1


def histogram(values, edges, workers):
    counts = Array("q", len(edges) - 1)
    processes = [
        Process(target=_count, args=(values[start::workers], edges, counts))
        for start in range(workers)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return list(counts)
