# deadlock: the caller takes a permit for each thread and the thread takes another, so all can wait for a second one
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
        gate.release()

    threads = []
    for url in urls:
        gate.acquire()
        thread = threading.Thread(target=worker, args=(url,))
        thread.start()
        threads.append(thread)
    for thread in threads:
        thread.join()
    return results
