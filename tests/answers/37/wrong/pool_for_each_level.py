# too-parallel: one pool of pool_size threads for each depth, so that no task waits for its own pool
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack


def _depth(tree):
    deepest, todo = 0, [(tree, 0)]
    while todo:
        node, depth = todo.pop()
        deepest = max(deepest, depth)
        if isinstance(node, list):
            todo.extend((child, depth + 1) for child in node)
    return deepest


def tree_sum(tree, pool_size):
    with ExitStack() as stack:
        pools = [stack.enter_context(ThreadPoolExecutor(max_workers=pool_size))
                 for _ in range(_depth(tree) + 1)]

        def add_up(node, level):
            if not isinstance(node, list):
                return node
            futures = [pools[level + 1].submit(add_up, child, level + 1) for child in node]
            return sum(future.result() for future in futures)

        return pools[0].submit(add_up, tree, 0).result()
