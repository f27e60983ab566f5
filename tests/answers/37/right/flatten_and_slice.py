# right: the leaves are laid out flat by a generator with a stack of iterators, the pool adds up slices and then the slices' sums
from concurrent.futures import ThreadPoolExecutor
from typing import Iterator, List, Union

Tree = Union[int, List["Tree"]]


def leaves(tree: Tree) -> Iterator[int]:
    stack = [iter([tree])]
    while stack:
        for node in stack[-1]:
            if isinstance(node, list):
                stack.append(iter(node))
                break
            yield node
        else:
            stack.pop()


def tree_sum(tree: Tree, pool_size: int) -> int:
    numbers = list(leaves(tree))
    slices = [numbers[start::pool_size] for start in range(pool_size)]
    with ThreadPoolExecutor(max_workers=pool_size) as pool:
        partial_sums = list(pool.map(sum, slices))
        return pool.submit(sum, partial_sums).result()
