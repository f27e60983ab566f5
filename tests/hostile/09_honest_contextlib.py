# pass: an honest answer with `contextlib` and `os.cpu_count`
"""A context manager by a generator, an `ExitStack`, and a glance at the machine."""

import os
import threading
from contextlib import ExitStack, contextmanager

CORES = os.cpu_count() or 1


@contextmanager
def permit(gate):
    gate.acquire()
    try:
        yield
    finally:
        gate.release()


def fetch_all(urls, fetch, limit):
    gate = threading.BoundedSemaphore(limit)
    pages = {}

    def visit(url):
        with permit(gate):
            try:
                pages[url] = fetch(url)
            except Exception as error:
                pages[url] = error

    with ExitStack() as stack:
        for url in urls:
            one = threading.Thread(target=visit, args=(url,), name=f"visit {url}")
            one.start()
            stack.callback(one.join)
    return {url: pages[url] for url in urls}
