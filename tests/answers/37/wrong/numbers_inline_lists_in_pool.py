# deadlock: only lists are submitted now, but a task still waits (with wait) for tasks that find no free thread
from concurrent.futures import ThreadPoolExecutor, wait


def _add_up(pool, node):
    subtotal = 0
    futures = []
    for child in node:
        if isinstance(child, list):
            futures.append(pool.submit(_add_up, pool, child))
        else:
            subtotal += child
    wait(futures)
    return subtotal + sum(f.result() for f in futures)


def tree_sum(tree, pool_size):
    if not isinstance(tree, list):
        return tree
    with ThreadPoolExecutor(max_workers=pool_size) as pool:
        return pool.submit(_add_up, pool, tree).result()
