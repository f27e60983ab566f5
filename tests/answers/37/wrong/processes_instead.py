# wrong-tool: the sums are computed in processes, not on threads
from concurrent.futures import ProcessPoolExecutor


def _leaves(tree):
    todo = [tree]
    while todo:
        node = todo.pop()
        if isinstance(node, list):
            todo.extend(node)
        else:
            yield node


def tree_sum(tree, pool_size):
    numbers = list(_leaves(tree))
    with ProcessPoolExecutor(max_workers=pool_size) as pool:
        subtotals = list(pool.map(sum, [numbers[i::pool_size] for i in range(pool_size)]))
        return pool.submit(sum, subtotals).result()
