# right: executor.map with a module-level function that calls its argument
import concurrent.futures as cf


def _call(job):
    return job()


def _run(executor_class, jobs, workers):
    with executor_class(workers) as executor:
        return list(executor.map(_call, jobs))


def run_io(jobs, workers):
    return _run(cf.ThreadPoolExecutor, jobs, workers)


def run_cpu(jobs, workers):
    return _run(cf.ProcessPoolExecutor, jobs, workers)
