# too-parallel: the semaphore has one permit more than the limit
import threading


def fetch_all(urls, fetch, limit):
    gate = threading.Semaphore(limit + 1)
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
