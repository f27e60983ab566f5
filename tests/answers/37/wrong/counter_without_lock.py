# deadlock: the number of missing parts is counted down without a lock, a lost update leaves it above zero and the caller waits for ever
from concurrent.futures import Future, ThreadPoolExecutor


class Cell:
    def __init__(self, parent, missing):
        self.parent = parent
        self.missing = missing
        self.parts = []         # append is atomic

    def add(self, amount):
        self.parts.append(amount)
        left = self.missing - 1
        self.missing = left
        return left == 0


def tree_sum(tree, pool_size):
    answer = Future()
    with ThreadPoolExecutor(max_workers=pool_size) as pool:

        def visit(node, parent):
            lists = [child for child in node if isinstance(child, list)]
            cell = Cell(parent, len(lists) + 1)
            for child in lists:
                pool.submit(visit, child, cell)
            amount = sum(child for child in node if not isinstance(child, list))
            while cell.add(amount):
                amount = sum(cell.parts)
                if cell.parent is None:
                    answer.set_result(amount)
                    break
                cell = cell.parent

        pool.submit(visit, [tree], None)
        return answer.result()
