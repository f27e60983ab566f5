# race: apply_async with callback=result.append: in the order of completion
import multiprocessing


def _square(n):
    return n * n


def squares(numbers, processes=2):
    pool = multiprocessing.Pool(processes)
    try:
        return pool.map(_square, numbers)
    finally:
        pool.close()
        pool.join()


def powers(pairs, processes=2):
    pool = multiprocessing.Pool(processes)
    results = []
    for pair in pairs:
        pool.apply_async(pow, pair, callback=results.append, error_callback=results.append)
    pool.close()
    pool.join()
    for result in results:
        if isinstance(result, Exception):
            raise result
    return results


def square(n, processes=2):
    pool = multiprocessing.Pool(processes)
    try:
        return pool.apply(_square, (n,))
    finally:
        pool.close()
        pool.join()
