# right: all threads start at once and each one enters the semaphore by itself
import threading


def fetch_all(urls, fetch, limit):
    gate = threading.Semaphore(limit)
    results = {}

    def worker(url):
        with gate:
            try:
                results[url] = fetch(url)
            except Exception as error:
                results[url] = error

    threads = [threading.Thread(target=worker, args=(url,)) for url in urls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
