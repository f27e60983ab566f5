# late: on time-out the with block shuts the executor down and so waits for func anyway
from concurrent.futures import ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool


def run_with_deadline(func, args, seconds):
    with ProcessPoolExecutor(max_workers=1) as executor:
        future = executor.submit(func, *args)
        done, _ = wait([future], timeout=seconds)
        if not done:
            raise TimeoutError(f"not done within {seconds} seconds")
        try:
            return future.result()
        except (BrokenProcessPool, SystemExit):
            raise ChildProcessError("the child died") from None
