# too-parallel: every list makes a pool of its own, together they have many more than pool_size threads
from concurrent.futures import ThreadPoolExecutor


def tree_sum(tree, pool_size):
    if not isinstance(tree, list):
        return tree
    with ThreadPoolExecutor(max_workers=pool_size) as pool:
        futures = [pool.submit(tree_sum, child, pool_size) for child in tree]
        return sum(future.result() for future in futures)
