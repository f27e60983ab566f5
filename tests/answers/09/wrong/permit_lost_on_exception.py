# deadlock: the permit of a fetch that raises is lost, the others wait for it for ever
import threading


def fetch_all(urls, fetch, limit):
    gate = threading.Semaphore(limit)
    results = {}

    def worker(url):
        try:
            gate.acquire()
            results[url] = fetch(url)
            gate.release()
        except Exception as error:
            results[url] = error

    threads = [threading.Thread(target=worker, args=(url,)) for url in urls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
