# right: nobody waits - each list has a cell with a locked counter, the last part to come in passes the sum on to the parent's cell
import threading
from concurrent.futures import Future, ThreadPoolExecutor


class Cell:
    def __init__(self, parent, parts):
        self.parent = parent
        self.missing = parts
        self.total = 0
        self.lock = threading.Lock()

    def add(self, amount):
        """True when this was the last part."""
        with self.lock:
            self.total += amount
            self.missing -= 1
            return self.missing == 0


class Summation:
    def __init__(self, pool):
        self.pool = pool
        self.answer = Future()

    def visit(self, node, parent):
        try:
            lists = [child for child in node if isinstance(child, list)]
            cell = Cell(parent, len(lists) + 1)      # one more for the numbers in the list itself
            for child in lists:
                self.pool.submit(self.visit, child, cell)
            self.report(cell, sum(child for child in node if not isinstance(child, list)))
        except Exception as error:
            self.answer.set_exception(error)

    def report(self, cell, amount):
        while cell.add(amount):
            amount = cell.total
            if cell.parent is None:
                self.answer.set_result(amount)
                return
            cell = cell.parent


def tree_sum(tree, pool_size):
    with ThreadPoolExecutor(max_workers=pool_size) as pool:
        summation = Summation(pool)
        pool.submit(summation.visit, [tree], None)
        return summation.answer.result()
