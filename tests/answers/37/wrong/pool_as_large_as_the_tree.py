# too-parallel: the pool gets one thread for each list in the tree, then nobody starves - and pool_size means nothing
from concurrent.futures import ThreadPoolExecutor


def _count_lists(tree):
    count, todo = 0, [tree]
    while todo:
        node = todo.pop()
        if isinstance(node, list):
            count += 1
            todo.extend(node)
    return count


def tree_sum(tree, pool_size):
    threads = max(pool_size, _count_lists(tree))
    with ThreadPoolExecutor(max_workers=threads) as pool:

        def add_up(node):
            if not isinstance(node, list):
                return node
            futures = [pool.submit(add_up, child) for child in node if isinstance(child, list)]
            here = sum(child for child in node if not isinstance(child, list))
            return here + sum(future.result() for future in futures)

        return pool.submit(add_up, tree).result()
