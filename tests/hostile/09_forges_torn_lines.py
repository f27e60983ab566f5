# fail error: tries to confuse whoever reads the channel by torn, doubled and nested lines
"""Half a line, a line twice, NaN, a list, 2000 brackets, a key twice, a surrogate.

A reader that stumbles may count what it has, or take the blame.
"""

import posix

JUNK = (
    b'{"job": "0", "test": "test_every_url_gets_its_page", "finding": nul',
    b'\n{"job": "0", "end": 0}\n{"job": "0", "end": 0}\n',
    b"[" * 2000 + b"\n",
    b'{"job": "0", "job": "1", "seconds": NaN, "test": "\\ud800"}\n',
    b"\xff\xfe\x00\n\r\n\x0b\n\x1c",
    b"null\n",
)


def fetch_all(urls, fetch, limit):
    for number in range(3, 64):
        for junk in JUNK:
            try:
                posix.write(number, junk)
            except OSError:
                pass
    return {url: fetch(url) for url in urls}
