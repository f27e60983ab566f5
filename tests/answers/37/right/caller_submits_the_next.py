# right: a task only looks at one list and gives (sum of its numbers, its lists) back, the caller submits those; done callbacks fill a SimpleQueue
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue


def look_at(node):
    numbers, lists = [], []
    for child in node:
        (lists if isinstance(child, list) else numbers).append(child)
    return sum(numbers), lists


def tree_sum(tree, pool_size):
    finished = SimpleQueue()
    parts = []
    with ThreadPoolExecutor(max_workers=pool_size) as pool:
        outstanding = 0

        def start(node):
            nonlocal outstanding
            outstanding += 1
            pool.submit(look_at, node).add_done_callback(finished.put)

        start([tree])
        while outstanding:
            part, lists = finished.get().result()
            outstanding -= 1
            parts.append(part)
            for node in lists:
                start(node)
        return pool.submit(sum, parts).result()
