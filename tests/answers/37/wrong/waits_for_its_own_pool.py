# deadlock: every task submits its children to its own pool and waits for them, soon all threads wait
from concurrent.futures import ThreadPoolExecutor


def tree_sum(tree, pool_size):
    with ThreadPoolExecutor(max_workers=pool_size) as pool:

        def add_up(node):
            if not isinstance(node, list):
                return node
            futures = [pool.submit(add_up, child) for child in node]
            return sum(future.result() for future in futures)

        return pool.submit(add_up, tree).result()
