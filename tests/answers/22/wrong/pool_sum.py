# wrong-tool: Pool.map and sum() in the parent, without a Value
from functools import partial
from multiprocessing import Pool


def _count(predicate, chunk):
    return sum(1 for item in chunk if predicate(item))


def count_matches(chunks, predicate):
    if not chunks:
        return 0
    with Pool(len(chunks)) as pool:
        return sum(pool.map(partial(_count, predicate), chunks, chunksize=1))
