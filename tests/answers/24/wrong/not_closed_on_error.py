# leak: when powers() raises (0 ** -1) the pool stays open
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
    result = pool.starmap(pow, pairs)
    pool.close()
    pool.join()
    return result


def square(n, processes=2):
    pool = multiprocessing.Pool(processes)
    try:
        return pool.apply(_square, (n,))
    finally:
        pool.close()
        pool.join()
