# crash: limit comes before fetch in the signature, so the call in the promised order raises TypeError
import threading


def fetch_all(urls, limit, fetch):
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
