# leak: only the thread of the last URL is joined, others may still run at return
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

    thread = None
    for url in urls:
        thread = threading.Thread(target=worker, args=(url,))
        thread.start()
    if thread is not None:
        thread.join()
    return results
