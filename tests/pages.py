"""A page of HTML as a test looks at it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Element:
    """One element of a page, and where it stands."""

    tag: str
    attributes: dict[str, str]
    ancestors: tuple[str, ...]
    text: str = ""


@dataclass
class Page(HTMLParser):
    """A page as a test looks at it."""

    source: str
    elements: list[Element] = field(default_factory=list)
    _open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        ancestors = tuple(element.tag for element in self._open)
        element = Element(tag, {name: value or "" for name, value in attrs}, ancestors)
        self.elements.append(element)
        if tag == "br":
            self.handle_data("\n")
        if tag not in {"meta", "input", "br", "link"}:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag, f"</{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def all(self, *tags: str) -> list[Element]:
        return [element for element in self.elements if element.tag in tags]
