# crash: one of the threads is left for the caller, ThreadPoolExecutor(0) raises ValueError when pool_size is 1
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
    helpers = pool_size - 1         # the calling thread counts as well
    with ThreadPoolExecutor(max_workers=helpers) as pool:
        futures = [pool.submit(sum, numbers[i::pool_size]) for i in range(1, pool_size)]
        here = sum(numbers[0::pool_size])
        return here + sum(future.result() for future in futures)
