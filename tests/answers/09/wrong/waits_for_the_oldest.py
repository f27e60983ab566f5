# serial: with limit threads running it joins the oldest one, so places that others left stay empty
import threading


def fetch_all(urls, fetch, limit):
    gate = threading.BoundedSemaphore(limit)
    results = {}

    def worker(url):
        with gate:
            try:
                results[url] = fetch(url)
            except Exception as error:
                results[url] = error

    running = []
    for url in urls:
        if len(running) == limit:
            running.pop(0).join()
        thread = threading.Thread(target=worker, args=(url,))
        thread.start()
        running.append(thread)
    for thread in running:
        thread.join()
    return results
