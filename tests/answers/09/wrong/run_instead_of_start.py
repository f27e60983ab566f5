# wrong-tool: run() is called instead of start(), so every fetch happens in the caller's thread
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

    for url in urls:
        thread = threading.Thread(target=worker, args=(url,))
        thread.run()
    return results
