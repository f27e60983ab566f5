"""JUnit XML, as Jenkins and most services for continuous integration read it.

The form is that of junit-10.xsd of the xUnit plugin of Jenkins.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from threadlings.books import shown
from threadlings.books.book import Book
from threadlings.books.shown import Line
from threadlings.marks import ERROR, Result
from threadlings.screen import plain

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
FAILURE, LOST, SKIPPED = "failure", "error", "skipped"


def write(book: Book) -> str:
    """A suite for each student and exercise, a case for each promise.

    A promise of which nobody knows is an error where the submission is the cause, else
    it was skipped.  What there is to be had, and what was got, are properties of the
    suite; where there is no mark, no score is.
    """
    root = Element("testsuites", name="threadlings")
    for one in book.results:
        root.append(_suite(one, book.title(one.exercise)))
    indent(root)
    return f"{HEAD}\n{tostring(root, 'unicode')}\n"


def _suite(result: Result, title: str) -> Element:
    lines = shown.lines(result)
    ends = [_end(line, result) for line in lines]
    why = shown.reason(result)
    suite = Element(
        "testsuite",
        name=f"{plain(result.student)} {plain(title)}",
        tests=str(len(lines)),
        failures=str(ends.count(FAILURE)),
        errors=str(ends.count(LOST)),
        skipped=str(ends.count(SKIPPED)),
        time=f"{result.seconds:.3f}",
    )
    facts = {
        **{"student": plain(result.student), "exercise": plain(result.exercise)},
        **{"verdict": result.verdict, "points": str(result.points)},
    }
    if result.score is not None:
        facts |= {"score": str(result.score), "mark": str(result.mark)}
    properties = SubElement(suite, "properties")
    for name, value in facts.items():
        SubElement(properties, "property", name=name, value=value)
    for line, end in zip(lines, ends, strict=True):
        place = f"{plain(result.exercise)}.{plain(result.student)}"
        case = SubElement(suite, "testcase", name=line.name, classname=place)
        if end:
            brief = line.message.partition("\n\n")[0] or why or line.text
            told = {"message": " ".join(brief.split()), "type": line.kind or end}
            SubElement(case, end, told).text = line.message
    return suite


def _end(line: Line, result: Result) -> str:
    """What is said of a promise; nothing of one that was kept."""
    if line.kept is None:
        return LOST if result.verdict == ERROR else SKIPPED
    return "" if line.kept else FAILURE
