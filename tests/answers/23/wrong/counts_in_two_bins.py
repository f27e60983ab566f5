# wrong-result: no return at the first bin that fits; closed bins count a value on an inner edge twice
from multiprocessing import Array, Process


def worker(part, edges, counts):
    found = [0] * (len(edges) - 1)
    for value in part:
        for number in range(len(edges) - 1):
            if edges[number] <= value <= edges[number + 1]:
                found[number] += 1
    with counts.get_lock():
        for number, count in enumerate(found):
            counts[number] += count


def histogram(values, edges, workers):
    counts = Array("i", len(edges) - 1)
    size = len(values) // workers
    processes = []
    for k in range(workers):
        start = k * size
        stop = len(values) if k == workers - 1 else start + size
        process = Process(target=worker, args=(values[start:stop], edges, counts))
        process.start()
        processes.append(process)
    for process in processes:
        process.join()
    return counts[:]
