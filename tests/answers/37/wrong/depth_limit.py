# deadlock: lists deeper than pool_size are summed inline, but a wide tree fills all threads with waiting tasks before that
from concurrent.futures import ThreadPoolExecutor


def _inline(node):
    total, todo = 0, [node]
    while todo:
        node = todo.pop()
        if isinstance(node, list):
            todo.extend(node)
        else:
            total += node
    return total


def tree_sum(tree, pool_size):
    with ThreadPoolExecutor(max_workers=pool_size) as pool:

        def add_up(node, depth):
            # depth 1 is the root; one thread for each level is enough
            if depth >= pool_size or not isinstance(node, list):
                return _inline(node)
            futures = [pool.submit(add_up, child, depth + 1) for child in node]
            return sum(future.result() for future in futures)

        return pool.submit(add_up, tree, 1).result()
