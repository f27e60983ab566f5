# crash: an exception of fetch is raised in the caller instead of being the URL's value
import threading


def fetch_all(urls, fetch, limit):
    gate = threading.Semaphore(limit)
    results = {}
    errors = []

    def worker(url):
        with gate:
            try:
                results[url] = fetch(url)
            except Exception as error:
                errors.append(error)

    threads = [threading.Thread(target=worker, args=(url,)) for url in urls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return results
