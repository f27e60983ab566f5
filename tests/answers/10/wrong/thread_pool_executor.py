# wrong-tool: an executor does the work, there is no queue.Queue and no fixed set of threads of its own
from concurrent.futures import ThreadPoolExecutor


def process_all(items, work, workers):
    def safe(item):
        try:
            return work(item)
        except Exception as error:
            return error

    with ThreadPoolExecutor(max_workers=workers) as pool:
        return list(pool.map(safe, items))
