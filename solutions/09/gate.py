"""A museum with many visitors, a small room and a guard at the door.

The idea here: a semaphore holds a number of permits.  Whoever wants to come
in takes one, waits when none is left, and gives it back on the way out.
"""

import threading
from collections.abc import Callable


def fetch_all(
    urls: list[str], fetch: Callable[[str], object], limit: int
) -> dict[str, object]:
    """Call `fetch(url)` for every URL, at most *limit* of them at any moment.

    Each call has a thread of its own.  Gives the page of each URL, or the
    exception that `fetch` raised for it.
    """
    gate = threading.Semaphore(limit)
    pages: dict[str, object] = dict.fromkeys(urls)

    def visit(url: str) -> None:
        # All threads share one gate, and `with` gives the permit back however
        # the fetch ends: a permit that is lost would be one place less for good.
        with gate:
            try:
                pages[url] = fetch(url)
            except BaseException as error:
                pages[url] = error

    threads = [threading.Thread(target=visit, args=(url,)) for url in pages]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return pages
