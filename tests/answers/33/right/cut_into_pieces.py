# right: every range is cut into pieces so that one large range keeps all workers busy; the pieces are added up
from concurrent.futures import ProcessPoolExecutor

PIECE = 20_000


def _count_piece(low, high):
    count = 0
    for n in range(max(2, low), high):
        divisor = 2
        while divisor * divisor <= n and n % divisor:
            divisor += 1
        if divisor * divisor > n:
            count += 1
    return count


def count_primes(ranges, workers):
    executor = ProcessPoolExecutor(max_workers=workers)
    try:
        work = []
        for low, high in ranges:
            pieces = [
                executor.submit(_count_piece, a, min(a + PIECE, high))
                for a in range(low, high, PIECE)
            ]
            work.append(pieces)
        return [sum(piece.result() for piece in pieces) for pieces in work]
    finally:
        executor.shutdown(wait=True)
