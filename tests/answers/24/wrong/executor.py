# wrong-tool: ProcessPoolExecutor instead of Pool
from concurrent.futures import ProcessPoolExecutor


def _square(n):
    return n * n


def squares(numbers, processes=2):
    with ProcessPoolExecutor(processes) as pool:
        return list(pool.map(_square, numbers))


def powers(pairs, processes=2):
    with ProcessPoolExecutor(processes) as pool:
        futures = [pool.submit(pow, base, exponent) for base, exponent in pairs]
        return [future.result() for future in futures]


def square(n, processes=2):
    with ProcessPoolExecutor(processes) as pool:
        return pool.submit(_square, n).result()
