# crash: functools.reduce without a start value raises TypeError for an empty list
import operator
from concurrent.futures import ThreadPoolExecutor
from functools import reduce


def _levels(tree):
    level = [tree]
    while level:
        yield level
        level = [child for node in level for child in node if isinstance(child, list)]


def _add(node):
    return reduce(operator.add, [child for child in node if not isinstance(child, list)])


def tree_sum(tree, pool_size):
    if not isinstance(tree, list):
        return tree
    with ThreadPoolExecutor(max_workers=pool_size) as pool:
        subtotals = []
        for level in _levels(tree):
            with_numbers = [node for node in level
                            if not node or any(not isinstance(child, list) for child in node)]
            subtotals.extend(pool.map(_add, with_numbers))
        return pool.submit(sum, subtotals).result()
