# right: a task takes back a child that has not begun (cancel) and adds it up itself, it waits only for children that run
from concurrent.futures import ThreadPoolExecutor


def _sum_here(tree):
    total = 0
    todo = [tree]
    while todo:
        node = todo.pop()
        if isinstance(node, list):
            todo.extend(node)
        else:
            total += node
    return total


def tree_sum(tree, pool_size):
    with ThreadPoolExecutor(max_workers=pool_size) as pool:

        def add_up(node):
            if not isinstance(node, list):
                return node
            children = []
            total = 0
            for child in node:
                if isinstance(child, list):
                    children.append((pool.submit(add_up, child), child))
                else:
                    total += child
            # Last one first: it is the one that has most likely not been begun.
            # Who runs waits only for others that run, below it in the tree, so somebody always gets on.
            for future, child in reversed(children):
                if future.cancel():
                    total += _sum_here(child)
                else:
                    total += future.result()
            return total

        return pool.submit(add_up, tree).result()
