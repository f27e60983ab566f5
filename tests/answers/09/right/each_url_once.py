# right: doubles are dropped first, results go through a queue that the caller reads after the joins
import queue
import threading
from functools import partial


def visit(url, fetch, gate, out):
    try:
        with gate:
            out.put((url, fetch(url)))
    except Exception as error:
        out.put((url, error))


def fetch_all(urls, fetch, limit):
    gate = threading.Semaphore(value=limit)
    out = queue.Queue()
    different = list(dict.fromkeys(urls))
    threads = [threading.Thread(target=partial(visit, url, fetch, gate, out)) for url in different]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return dict(out.get() for _ in different)
