# leak: close() without join(): the processes may still be there at return
import multiprocessing


def _square(n):
    return n * n


def squares(numbers, processes=2):
    pool = multiprocessing.Pool(processes)
    try:
        return pool.map(_square, numbers)
    finally:
        pool.close()


def powers(pairs, processes=2):
    pool = multiprocessing.Pool(processes)
    try:
        return pool.starmap(pow, pairs)
    finally:
        pool.close()


def square(n, processes=2):
    pool = multiprocessing.Pool(processes)
    try:
        return pool.apply(_square, (n,))
    finally:
        pool.close()
