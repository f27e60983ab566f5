# wrong-result: the lists of the root are given to the pool, but lists inside of those are left out
from concurrent.futures import ThreadPoolExecutor


def _add(node):
    if not isinstance(node, list):
        return node
    return sum(child for child in node if not isinstance(child, list))


def tree_sum(tree, pool_size):
    with ThreadPoolExecutor(max_workers=pool_size) as pool:
        if not isinstance(tree, list):
            return pool.submit(_add, tree).result()
        subtotals = list(pool.map(_add, tree))
        return pool.submit(sum, subtotals).result()
