# wrong-result: lists that were "seen" are skipped by id, a list that stands in the tree twice is counted once
from concurrent.futures import ThreadPoolExecutor


def _visit(node):
    lists = [child for child in node if isinstance(child, list)]
    return sum(child for child in node if not isinstance(child, list)), lists


def tree_sum(tree, pool_size):
    subtotals = []
    seen = set()
    with ThreadPoolExecutor(max_workers=pool_size) as pool:
        level = [[tree]]
        while level:
            below = []
            for subtotal, lists in pool.map(_visit, level):
                subtotals.append(subtotal)
                for node in lists:
                    if id(node) not in seen:
                        seen.add(id(node))
                        below.append(node)
            level = below
        return pool.submit(sum, subtotals).result()
