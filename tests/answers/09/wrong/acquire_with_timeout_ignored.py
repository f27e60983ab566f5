# too-parallel: acquire has a time-out and its answer is ignored, so slow fetches let others in without a permit
import threading


def fetch_all(urls, fetch, limit):
    gate = threading.Semaphore(limit)
    results = {}

    def worker(url):
        gate.acquire(timeout=0.05)
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
