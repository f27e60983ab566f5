# endless: a fetch that raises is tried again until it works, so a URL that always fails never ends
import threading


def fetch_all(urls, fetch, limit):
    gate = threading.Semaphore(limit)
    results = {}

    def worker(url):
        while url not in results:
            with gate:
                try:
                    results[url] = fetch(url)
                except Exception:
                    pass  # bad luck, once more

    threads = [threading.Thread(target=worker, args=(url,)) for url in urls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
