# too-parallel: the caller gives the permit back as soon as the thread is started, not when fetch is over
import threading


def fetch_all(urls, fetch, limit):
    gate = threading.Semaphore(limit)
    results = {}

    def worker(url):
        try:
            results[url] = fetch(url)
        except Exception as error:
            results[url] = error

    threads = []
    for url in urls:
        with gate:
            thread = threading.Thread(target=worker, args=(url,))
            thread.start()
        threads.append(thread)
    for thread in threads:
        thread.join()
    return results
