# crash: the target is a nested function, which cannot be pickled under spawn
from bisect import bisect_right
from multiprocessing import Array, Process


def histogram(values, edges, workers):
    counts = Array("q", len(edges) - 1)

    def count(start):
        for value in values[start::workers]:
            if edges[0] <= value <= edges[-1]:
                place = min(bisect_right(edges, value) - 1, len(edges) - 2)
                with counts.get_lock():
                    counts[place] += 1

    processes = [Process(target=count, args=(start,)) for start in range(workers)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return list(counts)
