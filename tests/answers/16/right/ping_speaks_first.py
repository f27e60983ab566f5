# right: no start signal - ping speaks at once and then waits for the answer, also for the last one
import threading


def rally(rounds, say):
    pinged = threading.Event()
    ponged = threading.Event()
    over = threading.Event()
    errors = []

    def stop(error):
        errors.append(error)
        over.set()
        pinged.set()
        ponged.set()

    def pinger():
        try:
            for _ in range(rounds):
                say("ping")
                pinged.set()
                ponged.wait()
                if over.is_set():
                    break
                ponged.clear()
        except BaseException as error:
            stop(error)

    def ponger():
        try:
            for _ in range(rounds):
                pinged.wait()
                if over.is_set():
                    break
                pinged.clear()
                say("pong")
                ponged.set()
        except BaseException as error:
            stop(error)

    a = threading.Thread(target=pinger)
    b = threading.Thread(target=ponger)
    a.start()
    try:
        b.start()
    finally:
        a.join()
    b.join()
    if errors:
        raise errors[0]
