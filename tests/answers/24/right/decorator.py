# right: a decorator turns the number of processes into a pool for the function and closes and joins it afterwards
import functools
import inspect
import multiprocessing


def _pooled(function):
    signature = inspect.signature(function)

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        bound = signature.bind(*args, **kwargs)
        bound.apply_defaults()
        argument, processes = bound.args
        pool = multiprocessing.Pool(processes)
        try:
            return function(argument, pool)
        finally:
            pool.close()
            pool.join()

    return wrapper


def _square_of(number):
    return number * number


def _power_of(base, exponent):
    return base ** exponent


@_pooled
def squares(numbers, processes=2):
    return processes.map(_square_of, numbers)


@_pooled
def powers(pairs, processes=2):
    return processes.starmap(_power_of, pairs)


@_pooled
def square(n, processes=2):
    return processes.apply(_square_of, (n,))
