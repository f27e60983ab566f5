# serial: each item goes through all stages before the next one begins, no two stages work at the same time
async def run(items, stages, size):
    results = []
    for item in items:
        for stage in stages:
            item = await stage(item)
        results.append(item)
    return results
