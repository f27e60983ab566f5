# crash: a tree that is only a number is iterated over, TypeError
from concurrent.futures import ThreadPoolExecutor


def _visit(node):
    lists = [child for child in node if isinstance(child, list)]
    return sum(child for child in node if not isinstance(child, list)), lists


def tree_sum(tree, pool_size):
    subtotals = []
    with ThreadPoolExecutor(max_workers=pool_size) as pool:
        level = [tree]
        while level:
            below = []
            for subtotal, lists in pool.map(_visit, level):
                subtotals.append(subtotal)
                below.extend(lists)
            level = below
        return pool.submit(sum, subtotals).result()
