# too-parallel: processes + 1, one for the parent's sake
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
    pool = multiprocessing.Pool(processes + 1)
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
