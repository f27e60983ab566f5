# endless: one Event for both sides - pong cannot wait for "not set", so it spins
import threading


def rally(rounds, say):
    ping_turn = threading.Event()
    ping_turn.set()
    errors = []

    def pinger():
        for _ in range(rounds):
            ping_turn.wait()
            if errors:
                return
            try:
                say("ping")
            except Exception as error:
                errors.append(error)
                return
            finally:
                ping_turn.clear()

    def ponger():
        for _ in range(rounds):
            while ping_turn.is_set():
                pass
            if errors:
                return
            try:
                say("pong")
            except Exception as error:
                errors.append(error)
                return
            finally:
                ping_turn.set()

    threads = [threading.Thread(target=pinger), threading.Thread(target=ponger)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
