# wrong-tool: Pool.map and a sum in the parent, no shared Array
from bisect import bisect_right
from functools import partial
from multiprocessing import Pool


def _count(edges, share):
    found = [0] * (len(edges) - 1)
    for value in share:
        if edges[0] <= value <= edges[-1]:
            found[min(bisect_right(edges, value) - 1, len(found) - 1)] += 1
    return found


def histogram(values, edges, workers):
    with Pool(workers) as pool:
        parts = pool.map(partial(_count, edges), [values[k::workers] for k in range(workers)])
    return [sum(column) for column in zip(*parts)]
