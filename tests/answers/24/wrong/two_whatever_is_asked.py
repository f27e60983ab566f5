# too-parallel: always 2 processes, also when 1 was asked for
import multiprocessing


def _square(n):
    return n * n


def squares(numbers, processes=2):
    pool = multiprocessing.Pool(2)
    try:
        return pool.map(_square, numbers)
    finally:
        pool.close()
        pool.join()


def powers(pairs, processes=2):
    pool = multiprocessing.Pool(2)
    try:
        return pool.starmap(pow, pairs)
    finally:
        pool.close()
        pool.join()


def square(n, processes=2):
    pool = multiprocessing.Pool(2)
    try:
        return pool.apply(_square, (n,))
    finally:
        pool.close()
        pool.join()
