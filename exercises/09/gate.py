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
    # TODO: write this body.
    raise NotImplementedError("fetch_all is still to be written")
