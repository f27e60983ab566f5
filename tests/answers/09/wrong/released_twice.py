# too-parallel: after an exception the permit is released in except and again in finally, so the limit grows
import threading


def fetch_all(urls, fetch, limit):
    gate = threading.Semaphore(limit)
    results = {}

    def worker(url):
        gate.acquire()
        try:
            results[url] = fetch(url)
        except Exception as error:
            results[url] = error
            gate.release()
        finally:
            gate.release()

    threads = [threading.Thread(target=worker, args=(url,)) for url in urls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
