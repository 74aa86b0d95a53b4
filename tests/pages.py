"""Pages as tests look at them: the words a reader sees, and the links."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.http import HttpResponse

VOID = {"meta", "link", "input", "br", "hr", "img"}


@dataclass
class Link:
    href: str
    text: str = ""


@dataclass
class Page(HTMLParser):
    """What a response shows; ``attributes`` are those of every element, in order."""

    text: str = ""
    links: list[Link] = field(default_factory=list)
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    open_tags: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag, attrs):
        attributes = {name: value or "" for name, value in attrs}
        self.elements.append((tag, attributes))
        if tag not in VOID:
            self.open_tags.append(tag)
        if tag == "a":
            self.links.append(Link(attributes.get("href", "")))

    def handle_endtag(self, tag):
        assert self.open_tags.pop() == tag, f"</{tag}> closes nothing that is open"

    def handle_data(self, data):
        words = " ".join(data.split())
        if words and "script" not in self.open_tags:
            self.text += f" {words}"
            if "a" in self.open_tags:
                self.links[-1].text = f"{self.links[-1].text} {words}".strip()

    def has_link(self, href: str, text: str = "") -> bool:
        return any(link.href == href and text in link.text for link in self.links)

    def alternate(self, media_type: str) -> str:
        """Where the page says that the same is to be had in another form."""
        (address,) = (
            has["href"]
            for _, has in self.elements
            if has.get("rel") == "alternate" and has.get("type") == media_type
        )
        return address

    def with_class(self, name: str) -> int:
        """How many elements have the class."""
        return sum(name in attributes.get("class", "").split() for _, attributes in self.elements)


def read(response: HttpResponse) -> Page:
    """The page, after a look that every element is closed in order."""
    page = Page()
    page.feed(response.content.decode())
    page.close()
    assert page.open_tags == []
    return page
