# race: the sums of those tasks are taken that happen to be done() when the caller looks
from concurrent.futures import ThreadPoolExecutor


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
    with ThreadPoolExecutor(max_workers=pool_size) as pool:
        futures = [pool.submit(sum, numbers[i::pool_size]) for i in range(pool_size)]
        subtotals = [future.result() for future in futures if future.done()]
        return pool.submit(sum, subtotals).result()
