# serial: one permit is kept back for the main thread, so only limit - 1 fetches ever overlap
import threading


def fetch_all(urls, fetch, limit):
    # the main thread counts too
    gate = threading.Semaphore(max(1, limit - 1))
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
