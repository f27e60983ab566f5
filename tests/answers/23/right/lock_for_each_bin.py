# right: Array(lock=False) and one Lock for each bin, all made in the parent
import bisect
import multiprocessing as mp


def _fill(part, edges, counts, locks):
    for value in part:
        if value == edges[-1]:
            number = len(locks) - 1
        else:
            number = bisect.bisect_right(edges, value) - 1
        if value >= edges[0] and value <= edges[-1]:
            with locks[number]:
                counts[number] += 1


def histogram(values, edges, workers):
    bins = len(edges) - 1
    counts = mp.Array("i", bins, lock=False)
    locks = [mp.Lock() for _ in range(bins)]
    children = []
    try:
        for k in range(min(workers, len(values))):
            child = mp.Process(target=_fill, args=(values[k::workers], edges, counts, locks))
            child.start()
            children.append(child)
    finally:
        for child in children:
            child.join()
    return [count for count in counts]
