# endless: tries for a permit again and again without waiting, a busy wait
import threading


def fetch_all(urls, fetch, limit):
    gate = threading.Semaphore(limit)
    results = {}

    def worker(url):
        while not gate.acquire(blocking=False):
            pass
        try:
            results[url] = fetch(url)
        except Exception as error:
            results[url] = error
        finally:
            gate.release()

    threads = [threading.Thread(target=worker, args=(url,)) for url in urls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
