# serial: works in batches of limit and joins each batch, a free place is not refilled while one of the batch is slow
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

    for start in range(0, len(urls), limit):
        batch = [threading.Thread(target=worker, args=(url,)) for url in urls[start:start + limit]]
        for thread in batch:
            thread.start()
        for thread in batch:
            thread.join()
    return results
