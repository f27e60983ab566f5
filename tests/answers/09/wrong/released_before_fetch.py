# too-parallel: the permit is given back before fetch is called, it guards nothing
import threading


def fetch_all(urls, fetch, limit):
    gate = threading.Semaphore(limit)
    results = {}

    def worker(url):
        with gate:
            print("fetching", url)
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
