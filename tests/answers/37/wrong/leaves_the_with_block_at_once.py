# race: the with block is left right after the root was submitted, a task that submits its lists then finds the pool shut down
import threading
from concurrent.futures import ThreadPoolExecutor


def tree_sum(tree, pool_size):
    lock = threading.Lock()
    total = 0

    def visit(node):
        nonlocal total
        for child in node:
            if isinstance(child, list):
                pool.submit(visit, child)
            else:
                with lock:
                    total += child

    with ThreadPoolExecutor(max_workers=pool_size) as pool:
        pool.submit(visit, [tree])
    # the exit of the with block has waited for all tasks
    return total
