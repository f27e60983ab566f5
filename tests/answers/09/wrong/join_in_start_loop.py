# serial: each thread is joined before the next one starts, so only one fetch runs at a time
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

    for url in urls:
        thread = threading.Thread(target=worker, args=(url,))
        thread.start()
        thread.join()
    return results
