# serial: apply_async(...).get() in the loop waits for each before the next is sent
import multiprocessing


def _square(n):
    return n * n


def squares(numbers, processes=2):
    pool = multiprocessing.Pool(processes)
    try:
        return [pool.apply_async(_square, (n,)).get() for n in numbers]
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
        return pool.apply(_square, (n,))
    finally:
        pool.close()
        pool.join()
