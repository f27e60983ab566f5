# crash: with no URLs the last thread is looked up in an empty list, which raises IndexError
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

    threads = []
    for url in urls:
        threads.append(threading.Thread(target=worker, args=(url,)))
        threads[-1].start()
    threads[-1].join()
    for thread in threads[:-1]:
        thread.join()
    return results
