# race: all workers add to one total without a lock, an update can be lost
import queue
from concurrent.futures import ThreadPoolExecutor


class Adder:
    def __init__(self):
        self.nodes = queue.Queue()
        self.total = 0

    def work(self):
        while True:
            node = self.nodes.get()
            if node is None:
                self.nodes.task_done()
                return
            if isinstance(node, list):
                for child in node:
                    self.nodes.put(child)
            else:
                before = self.total
                self.total = before + node
            self.nodes.task_done()


def tree_sum(tree, pool_size):
    adder = Adder()
    adder.nodes.put(tree)
    with ThreadPoolExecutor(max_workers=pool_size) as pool:
        for _ in range(pool_size):
            pool.submit(adder.work)
        adder.nodes.join()
        for _ in range(pool_size):
            adder.nodes.put(None)
    return adder.total
