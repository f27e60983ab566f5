"""Boxes in boxes: how many glasses are in there?

The idea here: a task of a pool holds its thread until it returns, also while it waits.
When it waits for tasks of its own pool, these may find no thread that is free.
"""

from concurrent.futures import ThreadPoolExecutor

Tree = int | list["Tree"]  # a number, or a list of trees


def tree_sum(tree: Tree, pool_size: int) -> int:
    """The sum of all numbers in *tree*, computed on at most *pool_size* threads."""
    # TODO: when every thread of the pool stands beside an open box, who is left?
    with ThreadPoolExecutor(pool_size) as pool:

        def count(box: Tree) -> int:
            if not isinstance(box, list):
                return box
            inner = [pool.submit(count, one) for one in box]
            return sum(task.result() for task in inner)

        return pool.submit(count, tree).result()
