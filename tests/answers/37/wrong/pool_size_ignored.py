# too-parallel: the executor is made without max_workers, the default is larger than pool_size
from concurrent.futures import ThreadPoolExecutor


def _visit(node):
    lists = [child for child in node if isinstance(child, list)]
    return sum(child for child in node if not isinstance(child, list)), lists


def tree_sum(tree, pool_size):
    subtotals = []
    with ThreadPoolExecutor() as pool:
        level = [[tree]]
        while level:
            results = list(pool.map(_visit, level))
            subtotals += [subtotal for subtotal, _ in results]
            level = [node for _, lists in results for node in lists]
        return pool.submit(sum, subtotals).result()
