# wrong-result: the list that was passed in is used as the stack and emptied, the caller's tree sums to 0 afterwards
from concurrent.futures import ThreadPoolExecutor


def _leaves(tree):
    stack = tree if isinstance(tree, list) else [tree]
    while stack:
        node = stack.pop()
        if isinstance(node, list):
            stack.extend(node)
        else:
            yield node


def tree_sum(tree, pool_size):
    numbers = list(_leaves(tree))
    with ThreadPoolExecutor(max_workers=pool_size) as pool:
        subtotals = list(pool.map(sum, [numbers[i::pool_size] for i in range(pool_size)]))
        return pool.submit(sum, subtotals).result()
