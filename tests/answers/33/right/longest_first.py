# right: the longest ranges are submitted first, the answer is put back in order; a static method as the task
from concurrent import futures


class PrimeCounter:
    def __init__(self, workers):
        self.executor = futures.ProcessPoolExecutor(max_workers=workers)

    def __enter__(self):
        self.executor.__enter__()
        return self

    def __exit__(self, *exc):
        return self.executor.__exit__(*exc)

    @staticmethod
    def count(start, end):
        total = 0
        for n in range(start, end):
            if n == 2 or n == 3:
                total += 1
            elif n > 3 and n % 2 and n % 3:
                k = 5
                while k * k <= n:
                    if n % k == 0 or n % (k + 2) == 0:
                        break
                    k += 6
                else:
                    total += 1
        return total

    def submit(self, span):
        return self.executor.submit(PrimeCounter.count, *span)


def count_primes(ranges, workers):
    by_length = sorted(range(len(ranges)), key=lambda i: ranges[i][0] - ranges[i][1])
    with PrimeCounter(workers) as counter:
        pending = {i: counter.submit(ranges[i]) for i in by_length}
        return [pending[i].result() for i in range(len(ranges))]
