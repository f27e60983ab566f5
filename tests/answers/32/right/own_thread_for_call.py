# right: call() runs func on a daemon thread that fills a Future, run_until() keeps a pool and one Condition
import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor, wait


def call(func, seconds, default):
    future = Future()

    def fill():
        future.set_running_or_notify_cancel()
        try:
            result = func()
        except BaseException as error:
            future.set_exception(error)
        else:
            future.set_result(result)

    threading.Thread(target=fill, daemon=True).start()
    if wait({future}, timeout=seconds).done:
        return future.result()
    return default


def run_until(jobs, workers, seconds):
    give_up_at = time.monotonic() + seconds
    settled = threading.Condition()
    open_jobs = 0

    def one_less(_future):
        nonlocal open_jobs
        with settled:
            open_jobs -= 1
            settled.notify_all()

    pool = ThreadPoolExecutor(max_workers=workers)
    futures = []
    for job in jobs:
        with settled:
            open_jobs += 1
        future = pool.submit(job)
        futures.append(future)
        future.add_done_callback(one_less)

    with settled:
        settled.wait_for(lambda: open_jobs == 0, timeout=max(0, give_up_at - time.monotonic()))
    finished = [future.done() for future in futures]
    pool.shutdown(wait=all(finished), cancel_futures=True)
    return [future.result() if ok else None for future, ok in zip(futures, finished)]
