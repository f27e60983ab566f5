# wrong-result: len // pool_size numbers for each thread, the rest of the division is left out
from concurrent.futures import ThreadPoolExecutor


def _leaves(tree):
    numbers, todo = [], [tree]
    while todo:
        node = todo.pop()
        if isinstance(node, list):
            todo.extend(node)
        else:
            numbers.append(node)
    return numbers


def tree_sum(tree, pool_size):
    numbers = _leaves(tree)
    size = len(numbers) // pool_size
    with ThreadPoolExecutor(max_workers=pool_size) as pool:
        futures = [pool.submit(sum, numbers[i * size:(i + 1) * size]) for i in range(pool_size)]
        return pool.submit(sum, [future.result() for future in futures]).result()
