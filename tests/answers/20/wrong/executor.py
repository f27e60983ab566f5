# wrong-tool: a pool of workers, not a process of its own for each task: an os._exit breaks the pool and takes the others along
from concurrent.futures import ProcessPoolExecutor


def _code(task):
    try:
        task()
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    except Exception:
        return 1
    return 0


def run_all(tasks):
    if not tasks:
        return {}
    with ProcessPoolExecutor(max_workers=len(tasks)) as pool:
        futures = {name: pool.submit(_code, task) for name, task in tasks.items()}
    return {name: 1 if future.exception() else future.result() for name, future in futures.items()}
