# race: the exit code is read right after start, before the join: None unless the child was quicker
import multiprocessing


def run_all(tasks):
    codes = {}
    processes = []
    for name, task in tasks.items():
        process = multiprocessing.Process(target=task)
        process.start()
        processes.append(process)
        codes[name] = process.exitcode
    for process in processes:
        process.join()
    return codes
