# deadlock: the futures of the children are made after the parent's task, which may sit on the only thread and wait for them
from concurrent.futures import Future, ThreadPoolExecutor


def _add(numbers, slots):
    return sum(numbers) + sum(slot.result() for slot in slots)


def tree_sum(tree, pool_size):
    with ThreadPoolExecutor(max_workers=pool_size) as pool:
        root = Future()
        todo = [([tree], root)]
        while todo:
            node, slot = todo.pop(0)
            numbers = [child for child in node if not isinstance(child, list)]
            below = [(child, Future()) for child in node if isinstance(child, list)]
            todo.extend(below)
            task = pool.submit(_add, numbers, [future for _, future in below])
            task.add_done_callback(lambda t, slot=slot: slot.set_result(t.result()))
        return root.result()
