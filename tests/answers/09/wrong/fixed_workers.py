# wrong-tool: limit worker threads share the URLs, there is no semaphore and no thread per URL
import queue
import threading


def fetch_all(urls, fetch, limit):
    todo = queue.Queue()
    results = {}
    for url in urls:
        todo.put(url)

    def worker():
        while True:
            try:
                url = todo.get_nowait()
            except queue.Empty:
                return
            try:
                results[url] = fetch(url)
            except Exception as error:
                results[url] = error

    threads = [threading.Thread(target=worker) for _ in range(limit)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
