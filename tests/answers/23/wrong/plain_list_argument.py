# wrong-result: a plain list is passed: each child counts in a copy
from bisect import bisect_right
from multiprocessing import Process


def _count(share, edges, counts):
    low, high = edges[0], edges[-1]
    for value in share:
        if low <= value <= high:
            place = min(bisect_right(edges, value) - 1, len(edges) - 2)
            counts[place] += 1


def histogram(values, edges, workers):
    counts = [0] * (len(edges) - 1)
    processes = [
        Process(target=_count, args=(values[start::workers], edges, counts))
        for start in range(workers)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return list(counts)
