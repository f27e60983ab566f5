# crash: (n) is no tuple: apply gets an int for its arguments
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
    try:
        return pool.apply(_square, args=(n))
    finally:
        pool.close()
        pool.join()
