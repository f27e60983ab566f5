# wrong-result: each child writes its own counts over those of the others
from multiprocessing import Array, Process


def find_bin(value, edges):
    for number in range(len(edges) - 1):
        if edges[number] <= value < edges[number + 1]:
            return number
    if value == edges[-1]:
        return len(edges) - 2
    return None


def worker(part, edges, counts):
    found = [0] * (len(edges) - 1)
    for value in part:
        number = find_bin(value, edges)
        if number is not None:
            found[number] += 1
    with counts.get_lock():
        for number, count in enumerate(found):
            counts[number] = count


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
