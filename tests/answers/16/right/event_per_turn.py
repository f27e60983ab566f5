# right: a row of fresh Events, one for each turn, none is ever cleared; the ping player has the even ones
from threading import Event, Thread


def rally(rounds, say):
    turns = [Event() for _ in range(2 * rounds + 1)]
    turns[0].set()
    failure = None

    def player(word, first):
        nonlocal failure
        for number in range(first, 2 * rounds, 2):
            turns[number].wait()
            if failure is not None:
                return
            try:
                say(word)
            except Exception as error:
                failure = error
            turns[number + 1].set()
            if failure is not None:
                return

    threads = [
        Thread(target=player, args=("ping", 0), name="ping"),
        Thread(target=player, args=("pong", 1), name="pong"),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failure is not None:
        raise failure
