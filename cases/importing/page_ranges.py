"""Last pages, by one rule: the page before the next heading begins (下一标题起始页减一)."""

from itertools import zip_longest

from cases.parsing.book_records import BookRecord, CaseRecord, PartRecord

Chapter = PartRecord | CaseRecord
Name = tuple[str, int]


def end_pages(book: BookRecord) -> dict[Name, int | None]:
    """The last page of each part and case, as ``("part", 2)``; None where it is not known."""
    outside: list[Chapter] = list(book.cases)
    parts: list[Chapter] = [*book.parts, *outside[:1]]
    inside: list[Chapter] = []
    for part in book.parts:
        inside += [part, *part.cases]
    return _ends(inside + outside) | {
        name: end for name, end in _ends(parts).items() if name[0] == "part"
    }


def last_page(chapter: Chapter, following: Chapter | None) -> int | None:
    """The page before the next start; None at the end, beside a missing or a smaller page."""
    if following is None or chapter.start_page is None or following.start_page is None:
        return None
    last = following.start_page - 1
    return last if last >= chapter.start_page else None


def _ends(chapters: list[Chapter]) -> dict[Name, int | None]:
    pairs = zip_longest(chapters, chapters[1:])
    return {_name(chapter): last_page(chapter, following) for chapter, following in pairs}


def _name(chapter: Chapter) -> Name:
    return ("part" if isinstance(chapter, PartRecord) else "case", chapter.number)
