# deadlock: a child sends its large result while it holds its permit, but the parent reads the pipes in order and waits for one that has no permit yet
from multiprocessing import Event, Pipe, Process, Semaphore


def _run(runner, gun, lanes, conn):
    gun.wait()
    with lanes:
        try:
            conn.send((True, runner()))
        except Exception as error:
            conn.send((False, error))


def race(runners, lanes):
    gun = Event()
    semaphore = Semaphore(lanes)
    processes, conns = [], []
    for runner in runners:
        mine, theirs = Pipe(duplex=False)
        process = Process(target=_run, args=(runner, gun, semaphore, theirs))
        process.start()
        theirs.close()
        processes.append(process)
        conns.append(mine)
    gun.set()
    outcomes = [conn.recv() for conn in conns]
    for process in processes:
        process.join()
    for ok, value in outcomes:
        if not ok:
            raise value
    return [value for _, value in outcomes]
