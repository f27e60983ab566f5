# race: each thread copies the dict and puts its copy in place, two at once lose one result
import threading


def fetch_all(urls, fetch, limit):
    gate = threading.Semaphore(limit)
    results = {}

    def worker(url):
        nonlocal results
        with gate:
            try:
                value = fetch(url)
            except Exception as error:
                value = error
            longer = dict(results)
            longer[url] = value
            results = longer

    threads = [threading.Thread(target=worker, args=(url,)) for url in urls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
