# wrong-result: a value above the last edge is an IndexError in the child, the rest of its share is not counted
from bisect import bisect_right
from multiprocessing import Array, Process


def _count(share, edges, counts):
    low, high = edges[0], edges[-1]
    for value in share:
        if value >= low:
            place = bisect_right(edges, value) - 1
            if value == high:
                place -= 1
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
