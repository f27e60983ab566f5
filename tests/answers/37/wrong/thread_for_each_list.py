# too-parallel: a new thread for each list instead of a pool, as many as there are lists
import threading


class Summer(threading.Thread):
    def __init__(self, node):
        super().__init__()
        self.node = node
        self.total = 0

    def run(self):
        children = []
        for item in self.node:
            if isinstance(item, list):
                child = Summer(item)
                child.start()
                children.append(child)
            else:
                self.total += item
        for child in children:
            child.join()
            self.total += child.total


def tree_sum(tree, pool_size):
    root = Summer([tree])
    root.start()
    root.join()
    return root.total
