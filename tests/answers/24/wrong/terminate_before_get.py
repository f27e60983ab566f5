# deadlock: terminate() before get() of apply_async: unless the worker was quicker the result never comes and get() waits for ever
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
    try:
        return pool.starmap(pow, pairs)
    finally:
        pool.close()
        pool.join()


def square(n, processes=2):
    pool = multiprocessing.Pool(processes)
    result = pool.apply_async(_square, (n,))
    pool.terminate()
    pool.join()
    return result.get()
