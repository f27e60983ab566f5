# right: the caller hands out permits and at the end takes all of them back before it joins
import threading


def fetch_all(urls, fetch, limit):
    room = threading.Semaphore(limit)
    found = {}
    threads = set()

    def go(url):
        try:
            value = fetch(url)
        except Exception as error:
            value = error
        found[url] = value
        room.release()

    for url in urls:
        room.acquire()
        thread = threading.Thread(target=go, args=[url])
        thread.start()
        threads.add(thread)
    for _ in range(limit):
        room.acquire()
    for thread in threads:
        thread.join()
    return found
