# right: the caller takes a permit before it starts a thread, the thread gives it back in finally
from threading import BoundedSemaphore, Thread


def fetch_all(urls, fetch, limit):
    permits = BoundedSemaphore(limit)
    answers = {}
    threads = []

    def run(url):
        try:
            answers[url] = fetch(url)
        except Exception as exc:
            answers[url] = exc
        finally:
            permits.release()

    for url in urls:
        permits.acquire()
        thread = Thread(target=run, args=(url,))
        threads.append(thread)
        thread.start()

    for thread in threads:
        thread.join()
    return answers
