# right: one shared Array with a row of bins for each worker, so that no two ever write the same cell; the parent adds the rows up
from bisect import bisect_right
from multiprocessing import Process
from multiprocessing.sharedctypes import Array


class _RowCounter(Process):
    def __init__(self, values, edges, table, first):
        super().__init__()
        self.values = values
        self.edges = edges
        self.table = table
        self.first = first          # where this worker's row begins

    def run(self):
        edges = self.edges
        last_bin = len(edges) - 2
        for value in self.values:
            if not edges[0] <= value <= edges[-1]:
                continue
            number = bisect_right(edges, value) - 1
            self.table[self.first + min(number, last_bin)] += 1


def histogram(values, edges, workers):
    bins = len(edges) - 1
    table = Array("q", bins * workers)
    rows = [_RowCounter(values[k::workers], edges, table, k * bins) for k in range(workers)]
    for row in rows:
        row.start()
    for row in rows:
        row.join()
    return [sum(table[number::bins]) for number in range(bins)]
