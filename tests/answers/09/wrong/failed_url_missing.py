# wrong-result: the exception is only printed, the URL that failed is not in the dict
import threading


def fetch_all(urls, fetch, limit):
    gate = threading.Semaphore(limit)
    results = {}

    def worker(url):
        with gate:
            try:
                results[url] = fetch(url)
            except Exception as error:
                print(f"{url} failed: {error}")

    threads = [threading.Thread(target=worker, args=(url,)) for url in urls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
