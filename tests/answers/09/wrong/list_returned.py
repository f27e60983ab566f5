# wrong-result: a list of pairs comes back and not a dict
import threading


def fetch_all(urls, fetch, limit):
    gate = threading.Semaphore(limit)
    results = []

    def worker(url):
        with gate:
            try:
                results.append((url, fetch(url)))
            except Exception as error:
                results.append((url, error))

    threads = [threading.Thread(target=worker, args=(url,)) for url in urls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
