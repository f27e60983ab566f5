# leak: the pools are kept in a dict of the module for the next call and never shut down
from concurrent.futures import ThreadPoolExecutor

_pools = {}


def _leaves(tree):
    todo = [tree]
    while todo:
        node = todo.pop()
        if isinstance(node, list):
            todo.extend(node)
        else:
            yield node


def tree_sum(tree, pool_size):
    if pool_size not in _pools:
        _pools[pool_size] = ThreadPoolExecutor(max_workers=pool_size)
    pool = _pools[pool_size]
    numbers = list(_leaves(tree))
    subtotals = list(pool.map(sum, [numbers[i::pool_size] for i in range(pool_size)]))
    return pool.submit(sum, subtotals).result()
