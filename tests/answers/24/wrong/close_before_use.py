# crash: the pool is closed before the work is given to it: ValueError
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
    pool.close()
    try:
        return pool.starmap(pow, pairs)
    finally:
        pool.close()
        pool.join()


def square(n, processes=2):
    pool = multiprocessing.Pool(processes)
    try:
        return pool.apply(_square, (n,))
    finally:
        pool.close()
        pool.join()
