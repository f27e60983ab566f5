# fail error review: tries to write the calls that a watched function should have seen
"""`fetch` remembers who called it in plain lists, and lets anybody change them.

The URLs are fetched one after the other by the caller; then the book is written as if
there had been threads, the right ones at once.
"""

import threading


def fetch_all(urls, fetch, limit):
    threading.Semaphore(limit).acquire()
    pages = {}
    for url in urls:
        try:
            pages[url] = fetch(url)
        except Exception as error:
            pages[url] = error
    calls = getattr(fetch, "calls", [])
    if calls:
        fetch.peak = min(limit, len(urls))
        free = [0.0] * limit
        for number, call in enumerate(calls):
            took = 5 if call.arguments == ("slow",) else 1
            free.sort()
            call.thread = f"visitor-{number}"
            call.began = free[0]
            call.ended = free[0] = free[0] + took
    return pages
