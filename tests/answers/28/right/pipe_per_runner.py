# right: a pipe for each runner, results are sent after the permit is given back, read in order, then all are joined
from multiprocessing import Event, Pipe, Process, Semaphore


def _run(runner, gun, permits, conn):
    gun.wait()
    with permits:
        try:
            outcome = (True, runner())
        except Exception as error:
            outcome = (False, error)
    conn.send(outcome)
    conn.close()


def race(runners, lanes):
    gun = Event()
    permits = Semaphore(lanes)
    started = []
    for runner in runners:
        here, there = Pipe(duplex=False)
        process = Process(target=_run, args=(runner, gun, permits, there))
        process.start()
        there.close()
        started.append((process, here))
    gun.set()
    outcomes = []
    for process, conn in started:
        try:
            outcomes.append(conn.recv())
        except EOFError:
            outcomes.append((False, ChildProcessError("a runner died")))
        conn.close()
    for process, _ in started:
        process.join()
    for ok, value in outcomes:
        if not ok:
            raise value
    return [value for _, value in outcomes]
