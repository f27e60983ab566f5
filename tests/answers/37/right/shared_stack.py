# right: pool_size long-running workers share one stack under a Condition, the end is "stack empty and nobody busy"
from concurrent.futures import ThreadPoolExecutor, wait
from threading import Condition


class Heap:
    """Lists that are still to be added up."""

    def __init__(self, tree):
        self.cond = Condition()
        self.lists = [[tree]]
        self.busy = 0
        self.total = 0

    def work(self):
        while True:
            self.cond.acquire()
            try:
                while not self.lists and self.busy:
                    self.cond.wait()
                if not self.lists:
                    return
                node = self.lists.pop()
                self.busy += 1
            finally:
                self.cond.release()

            subtotal, below = 0, []
            try:
                for child in node:
                    if isinstance(child, list):
                        below.append(child)
                    else:
                        subtotal += child
            finally:
                with self.cond:
                    self.lists += below
                    self.total += subtotal
                    self.busy -= 1
                    self.cond.notify_all()


def tree_sum(tree, pool_size):
    heap = Heap(tree)
    with ThreadPoolExecutor(pool_size) as pool:
        workers = [pool.submit(heap.work) for _ in range(pool_size)]
        wait(workers)
    for worker in workers:
        worker.result()
    return heap.total
