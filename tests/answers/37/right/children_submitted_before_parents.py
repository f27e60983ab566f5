# right: one task for each list, submitted children first: the pool takes them in that order, so a task finds its children begun or done
from concurrent.futures import ThreadPoolExecutor


def _parents_first(tree):
    """[(numbers, positions of the child lists in this result)] with every parent before its children"""
    order = [tree]
    table = []
    for node in order:              # grows while we go through it
        numbers, children = [], []
        for child in node:
            if isinstance(child, list):
                children.append(len(order))
                order.append(child)
            else:
                numbers.append(child)
        table.append((numbers, children))
    return table


def _add(numbers, futures):
    # The work queue is first in, first out and the children went in earlier.  They have been taken out earlier,
    # too, so they are done or run on other threads, and the one taken out first of all never waits for anybody.
    return sum(numbers) + sum(future.result() for future in futures)


def tree_sum(tree, pool_size):
    table = _parents_first([tree])
    futures = [None] * len(table)
    with ThreadPoolExecutor(max_workers=pool_size) as pool:
        for position in reversed(range(len(table))):
            numbers, children = table[position]
            futures[position] = pool.submit(_add, numbers, [futures[child] for child in children])
    return futures[0].result()
