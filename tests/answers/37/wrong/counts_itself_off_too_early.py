# race: a task counts itself off before it has counted its children in, the count can be zero while there is still work
import threading
from concurrent.futures import ThreadPoolExecutor


class Summation:
    def __init__(self, pool):
        self.pool = pool
        self.cond = threading.Condition()
        self.open = 0
        self.total = 0

    def start(self, node):
        with self.cond:
            self.open += 1
        self.pool.submit(self.visit, node)

    def visit(self, node):
        subtotal = sum(child for child in node if not isinstance(child, list))
        with self.cond:
            self.total += subtotal
            self.open -= 1
            self.cond.notify_all()
        for child in node:
            if isinstance(child, list):
                self.start(child)

    def wait(self):
        with self.cond:
            self.cond.wait_for(lambda: self.open == 0)
            return self.total


def tree_sum(tree, pool_size):
    with ThreadPoolExecutor(max_workers=pool_size) as pool:
        summation = Summation(pool)
        summation.start([tree])
        return summation.wait()
