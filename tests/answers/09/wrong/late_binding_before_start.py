# wrong-result: all threads are made first and share the loop variable, so every one fetches the last URL
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

        threads.append(threading.Thread(target=worker))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
