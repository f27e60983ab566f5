"""Boxes in boxes: how many glasses are in there?

The idea here: a task of a pool holds its thread until it returns, also while it waits.
When it waits for tasks of its own pool, these may find no thread that is free.
"""

from concurrent.futures import ThreadPoolExecutor

Tree = int | list["Tree"]  # a number, or a list of trees


def tree_sum(tree: Tree, pool_size: int) -> int:
    """The sum of all numbers in *tree*, computed on at most *pool_size* threads."""
    # No task waits: it hands the boxes that it has found to the caller.  He has no
    # place in the pool, so he can wait for any task, and have the new ones done.
    with ThreadPoolExecutor(pool_size) as pool:

        def count(box: Tree) -> tuple[int, list[Tree]]:
            if not isinstance(box, list):
                return box, []
            found = [one for one in box if isinstance(one, list)]
            return sum(one for one in box if not isinstance(one, list)), found

        total, tasks = 0, [pool.submit(count, tree)]
        while tasks:
            glasses, inner = tasks.pop().result()
            total += glasses
            tasks += [pool.submit(count, box) for box in inner]
        return total
