# right: a Thread subclass keeps its own value, the dict is built after all joins, BoundedSemaphore inside run()
import threading


class Fetcher(threading.Thread):
    def __init__(self, url, fetch, gate):
        super().__init__(name=f"fetch {url}")
        self.url = url
        self.fetch = fetch
        self.gate = gate
        self.value = None

    def run(self):
        with self.gate:
            try:
                self.value = self.fetch(self.url)
            except Exception as error:
                self.value = error


def fetch_all(urls: list, fetch, limit: int) -> dict:
    gate = threading.BoundedSemaphore(limit)
    fetchers = [Fetcher(url, fetch, gate) for url in urls]
    for fetcher in fetchers:
        fetcher.start()
    for fetcher in fetchers:
        fetcher.join()
    return {fetcher.url: fetcher.value for fetcher in fetchers}
