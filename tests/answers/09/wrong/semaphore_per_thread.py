# too-parallel: each thread makes a semaphore of its own, so nobody ever has to wait
import threading


def fetch_all(urls, fetch, limit):
    results = {}

    def worker(url):
        gate = threading.Semaphore(limit)
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
