# leak: nobody joins the threads, the dict is returned while they still run
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
        threading.Thread(target=worker, args=(url,)).start()
    return results
