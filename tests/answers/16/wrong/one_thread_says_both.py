# wrong-tool: one thread speaks both words, the second only looks on
import threading


def rally(rounds, say):
    finished = threading.Event()
    errors = []

    def player():
        try:
            for _ in range(rounds):
                say("ping")
                say("pong")
        except Exception as error:
            errors.append(error)
        finally:
            finished.set()

    threads = [threading.Thread(target=player), threading.Thread(target=finished.wait)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
