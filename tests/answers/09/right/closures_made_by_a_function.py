# right: one closure per URL made by a helper, acquire and release by hand, a lock round the dict
import threading


def fetch_all(urls, fetch, limit):
    semaphore = threading.Semaphore(limit)
    lock = threading.Lock()
    pages = {}

    def make_job(url):
        def job():
            semaphore.acquire()
            try:
                page = fetch(url)
            except Exception as problem:
                page = problem
            finally:
                semaphore.release()
            with lock:
                pages[url] = page
        return job

    threads = []
    for url in urls:
        t = threading.Thread(target=make_job(url))
        t.start()
        threads.append(t)
    for t in threads:
        t.join()
    return pages
