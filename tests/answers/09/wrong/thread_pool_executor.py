# wrong-tool: an executor limits the threads, there is no semaphore and no thread per URL
from concurrent.futures import ThreadPoolExecutor


def fetch_all(urls, fetch, limit):
    def safe(url):
        try:
            return fetch(url)
        except Exception as error:
            return error

    with ThreadPoolExecutor(max_workers=limit) as pool:
        return dict(zip(urls, pool.map(safe, urls)))
