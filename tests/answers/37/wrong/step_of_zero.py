# crash: with fewer numbers than threads the step of range() is 0, ValueError
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
    step = len(numbers) // pool_size
    chunks = [numbers[start:start + step] for start in range(0, len(numbers), step)]
    with ThreadPoolExecutor(max_workers=pool_size) as pool:
        subtotals = list(pool.map(sum, chunks))
        return pool.submit(sum, subtotals).result()
