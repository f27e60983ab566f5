# wrong-tool: a Pool of `lanes` processes; the runners share processes and do not all wait for the gun
from multiprocessing import Pool


def _run(runner):
    try:
        return (True, runner())
    except Exception as error:
        return (False, error)


def race(runners, lanes):
    with Pool(lanes) as pool:
        outcomes = pool.map(_run, runners, chunksize=1)
        pool.close()
        pool.join()
    for ok, value in outcomes:
        if not ok:
            raise value
    return [value for _, value in outcomes]
