# right: a started-list with try/finally that joins; every Process object is closed after its code was read
import multiprocessing as mp


def run_all(tasks):
    started = []
    try:
        for name in tasks:
            process = mp.Process(target=tasks[name], name=name)
            process.start()
            started.append((name, process))
    except BaseException:
        for _, process in started:
            process.terminate()
        raise
    finally:
        for _, process in started:
            process.join()
    result = {}
    for name, process in started:
        result[name] = process.exitcode
        process.close()
    return result
