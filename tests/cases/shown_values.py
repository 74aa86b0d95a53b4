"""Walks a page and finds values that stand there without an origin."""

from html.parser import HTMLParser
from xml.etree.ElementTree import Element, SubElement

VOID = {"meta", "link", "input", "br", "hr", "img"}
MARKS = {"source", "unstated"}
VALUES = ("fact", "critique", "foreign", "readings")
"""Classes of the elements that hold a value and its mark."""
LISTS = {"tight", "people"}
"""Classes of the lists of which every item is such a value."""


class Tree(HTMLParser):
    """The elements of a page, nested as they are."""

    def __init__(self, html):
        super().__init__()
        self.root = Element("page")
        self.path = [self.root]
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        element = SubElement(self.path[-1], tag, {name: value or "" for name, value in attrs})
        if tag not in VOID:
            self.path.append(element)

    def handle_endtag(self, tag):
        self.path.pop()

    def handle_data(self, data):
        here = self.path[-1]
        if len(here):
            here[-1].tail = (here[-1].tail or "") + data
        else:
            here.text = (here.text or "") + data


def classes(element):
    return set(element.get("class", "").split())


def values_without_origin(html):
    """The words of each value that neither says where it comes from nor that there is none."""
    root = Tree(html).root
    records = [element for element in root.iter("dl") if "record" in classes(element)]
    values = [value for record in records for value in record.iter("dd")]
    values += [element for element in root.iter() if classes(element) & set(VALUES)]
    pointing = {
        id(item) for part in root.iter("section") if is_pointing(part) for item in part.iter()
    }
    lists = [element for element in root.iter("ul") if classes(element) & LISTS]
    values += [item for each in lists if id(each) not in pointing for item in each.findall("li")]
    return [words(value) for value in values if not is_marked(value)]


def is_pointing(section):
    """Whether a section holds nothing but links to other pages, with the reason for each."""
    return section.get("aria-labelledby") == "related"


def is_marked(value):
    """Every line of a value has its own mark, where it has several."""
    lines = [line for line in value.iter("div") if "line" in classes(line)] or [value]
    return all(any(classes(part) & MARKS for part in line.iter()) for line in lines)


def words(element):
    return "".join("".join(element.itertext()).split())
