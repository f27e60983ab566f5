# deadlock: pool.map inside a task of the same pool waits in just the same way
from concurrent.futures import ThreadPoolExecutor


def tree_sum(tree, pool_size):
    pool = ThreadPoolExecutor(max_workers=pool_size)

    def add_up(node):
        if isinstance(node, list):
            return sum(pool.map(add_up, node))
        return node

    try:
        return pool.submit(add_up, tree).result()
    finally:
        pool.shutdown()
