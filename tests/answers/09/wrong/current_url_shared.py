# race: the threads keep the URL in one shared variable, another thread can change it before it is used
import threading

current = None


def fetch_all(urls, fetch, limit):
    gate = threading.Semaphore(limit)
    results = {}

    def worker(url):
        global current
        with gate:
            current = url
            try:
                value = fetch(url)
            except Exception as error:
                value = error
            results[current] = value

    threads = [threading.Thread(target=worker, args=(url,)) for url in urls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
