# right: fetch is wrapped into a limited and safe function first, daemon threads that are all joined
import threading


def limited(function, limit):
    gate = threading.BoundedSemaphore(limit)

    def wrapper(argument):
        with gate:
            return function(argument)

    return wrapper


def safe(function):
    def wrapper(argument):
        try:
            return function(argument)
        except Exception as error:
            return error

    return wrapper


def fetch_all(urls, fetch, limit):
    careful_fetch = safe(limited(fetch, limit))
    values = [None] * len(urls)

    def fill(index):
        values[index] = careful_fetch(urls[index])

    threads = [threading.Thread(target=fill, args=(i,), daemon=True) for i in range(len(urls))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return dict(zip(urls, values))
