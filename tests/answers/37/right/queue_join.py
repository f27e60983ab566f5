# right: the workers feed a queue.Queue to themselves, queue.join() knows when all is done, then an end mark for each
import queue
from concurrent.futures import ThreadPoolExecutor


def _worker(nodes):
    subtotal = 0
    while True:
        node = nodes.get()
        try:
            if node is None:
                return subtotal
            if isinstance(node, list):
                for child in node:
                    nodes.put(child)
            else:
                subtotal += node
        finally:
            nodes.task_done()


def tree_sum(tree, pool_size):
    nodes = queue.Queue()
    nodes.put(tree)
    with ThreadPoolExecutor(max_workers=pool_size, thread_name_prefix="tree") as pool:
        subtotals = [pool.submit(_worker, nodes) for _ in range(pool_size)]
        nodes.join()
        for _ in subtotals:
            nodes.put(None)
        return pool.submit(sum, [future.result() for future in subtotals]).result()
