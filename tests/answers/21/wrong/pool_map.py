# wrong-tool: Pool.map for Process and Queue (and it never comes back when a child dies)
from multiprocessing import Pool


def parallel_map(func, items, workers):
    items = list(items)
    if not items:
        return []
    with Pool(min(workers, len(items))) as pool:
        return pool.map(func, items, chunksize=1)
