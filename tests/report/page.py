"""A page as its reader meets it: elements in order, their attributes, the text inside."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "br", "link", "img", "input", "hr"})


@dataclass
class Element:
    """An element with what stands inside."""

    tag: str
    attributes: dict[str, str]
    inside: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its text content."""
        return "".join(each if isinstance(each, str) else each.text for each in self.inside)

    def all(self, tag: str = "", **attributes: str) -> list[Element]:
        """Elements inside of that name and with those attributes (``class_`` for ``class``), in order."""
        wanted = {name.rstrip("_"): value for name, value in attributes.items()}
        found: list[Element] = []
        for each in self.inside:
            if isinstance(each, Element):
                if (not tag or each.tag == tag) and wanted.items() <= each.attributes.items():
                    found.append(each)
                found.extend(each.all(tag, **attributes))
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def parse(page: bytes) -> Element:
    """The page; an element that is closed out of order or left open is an error."""
    reader = _Reader()
    reader.feed(page.decode("utf-8"))
    reader.close()
    assert [each.tag for each in reader.open] == [""]
    return reader.open[0]
