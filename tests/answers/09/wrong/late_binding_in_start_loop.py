# race: the thread reads the loop variable when it runs, so it can fetch a later URL than the one it was made for
import threading


def fetch_all(urls, fetch, limit):
    gate = threading.Semaphore(limit)
    results = {}
    threads = []
    for url in urls:
        def worker():
            with gate:
                try:
                    results[url] = fetch(url)
                except Exception as error:
                    results[url] = error

        thread = threading.Thread(target=worker)
        thread.start()
        threads.append(thread)
    for thread in threads:
        thread.join()
    return results
