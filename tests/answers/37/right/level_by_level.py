# right: all lists sorted by depth first, then the pool sums the deepest level, then the one above; only the caller waits
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field


@dataclass
class Node:
    depth: int
    numbers: list = field(default_factory=list)
    children: list = field(default_factory=list)
    total: int = 0

    def add_up(self):
        """All children must have been added up."""
        self.total = sum(self.numbers) + sum(child.total for child in self.children)


def build(tree):
    root = Node(0)
    levels = defaultdict(list)
    todo = [(root, [tree])]
    while todo:
        node, content = todo.pop()
        levels[node.depth].append(node)
        for item in content:
            if isinstance(item, list):
                child = Node(node.depth + 1)
                node.children.append(child)
                todo.append((child, item))
            else:
                node.numbers.append(item)
    return root, levels


def tree_sum(tree, pool_size):
    root, levels = build(tree)
    with ThreadPoolExecutor(max_workers=pool_size) as pool:
        for depth in sorted(levels, reverse=True):
            for done in pool.map(Node.add_up, levels[depth]):
                pass
    return root.total
