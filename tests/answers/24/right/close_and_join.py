# right: try/finally with close() and join()
import multiprocessing


def sq(x):
    return x ** 2


def squares(numbers, processes=2):
    pool = multiprocessing.Pool(processes=processes)
    try:
        result = pool.map(sq, numbers)
    finally:
        pool.close()
        pool.join()
    return result


def powers(pairs, processes=2):
    pool = multiprocessing.Pool(processes=processes)
    try:
        result = pool.starmap(pow, pairs)
    finally:
        pool.close()
        pool.join()
    return result


def square(n, processes=2):
    pool = multiprocessing.Pool(processes=processes)
    try:
        result = pool.apply(sq, args=(n,))
    finally:
        pool.close()
        pool.join()
    return result
