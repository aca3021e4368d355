"""Takes out of a page what is no part of its text: scripts, navigation, buttons, hidden words.

A page's text is never given up for a rule: what holds an article, or much of the page, stays.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from convention_tool.readers.html.elements import (
    HEADINGS,
    attribute,
    is_link,
    letters,
    names,
    opens_article,
    phrases_of,
    pieces,
    remove,
    style,
    tag,
    text_of,
)
from convention_tool.readers.reading import Choice
from convention_tool.readers.text.lines import pattern

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

#: What a browser never shows as words, or loads from elsewhere.
_SILENT = frozenset(
    [
        "head",
        "script",
        "style",
        "template",
        "iframe",
        "frame",
        "object",
        "embed",
        "applet",
        "canvas",
        "audio",
        "video",
        "svg",
        "map",
        "input",
        "textarea",
        "datalist",
        "meter",
        "progress",
        "img",
        "picture",
        "title",
        "link",
        "meta",
        "base",
    ]
)
_CONTROLS = frozenset(("button", "select", "label", "output"))

#: Elements and roles that surround a text.
_AROUND = frozenset(("nav", "dialog", "noscript"))
_AROUND_OUTSIDE = frozenset(("header", "footer", "aside"))
_STRUCK_OUT = frozenset(("del", "s", "strike"))
#: Elements whose names say enough; of others, those without attributes are text. (Remarks of
#: reviewers stand in plain elements.)
_TELLING = frozenset(("p", "div")) | _CONTROLS | _AROUND | _AROUND_OUTSIDE | _STRUCK_OUT
_ROLES = frozenset(
    [
        "navigation",
        "banner",
        "contentinfo",
        "search",
        "complementary",
        "menu",
        "menubar",
        "toolbar",
        "dialog",
        "alertdialog",
        "tablist",
        "tree",
        "alert",
    ]
)

#: Words in the classes and ids of what surrounds a text.
_NAMES = frozenset(
    [
        "nav",
        "navbar",
        "navigation",
        "menu",
        "submenu",
        "breadcrumb",
        "breadcrumbs",
        "crumbs",
        "cookie",
        "cookies",
        "consent",
        "gdpr",
        "share",
        "sharing",
        "social",
        "sidebar",
        "toolbar",
        "pagination",
        "pager",
        "skip",
        "skiplink",
        "skiplinks",
        "toc",
        "masthead",
        "topbar",
        "searchbox",
        "searchform",
        "editsection",
        "printfooter",
        "noprint",
        "catlinks",
        "banner",
        "newsletter",
        "subscribe",
        "advert",
        "msotoc",
        "msotocheading",
        "msoheader",
        "msofooter",
        "navbox",
        "jump",
        "sitesub",
        "contentsub",
    ]
)
#: A header or a footer is the page's only if nothing else is in its name: no "article-header".
_ENDS = frozenset(("header", "footer"))
_OF_PAGE = (
    frozenset(
        ["site", "page", "global", "main", "wrapper", "container", "region", "top", "bottom", "the"]
    )
    | _ENDS
)
_TABLE_OF_WORD = re.compile(r"\bMsoToc(?:\d|Heading)", re.IGNORECASE)

#: Words for those who hear the page, which nobody sees.
_UNSEEN = (
    frozenset(("sr", "only")),
    frozenset(("visually", "hidden")),
    frozenset(("visuallyhidden",)),
    frozenset(("screen", "reader", "text")),
    frozenset(("element", "invisible")),
)
_LONGEST_ICON = 2

#: Remarks of reviewers that Word and Google write into a page.
_REMARK = re.compile(r"#(?:cmnt|_msocom)")

#: More than this share of a page's words is its text, whatever it is called.
_MUCH = 0.3
#: The text of an article, in letters; a menu that names articles has less around its links.
_TEXT = 200
#: The main element of a page holds at least this share of its words.
_MAIN = 0.5
#: The name of an instrument is among the first headings, so many of them.
_NEAR = 10
#: The longest name of an instrument in a heading, in characters.
_LONGEST_TITLE = 300


class _Candidate(NamedTuple):
    """An element that may be taken out."""

    element: Element
    #: What it is; "" for what needs no mention.
    what: str
    #: Its place among the elements of the page, and that of the first one after it.
    start: int
    end: int
    #: How many of its letters stand in no link, and whether an article opens among them.
    letters: int
    article: bool


NAVIGATION = "navigation and notices of the page"
_HIDDEN = "hidden words"
_STRUCK = "words struck out"
_REMARKS = "remarks of reviewers"


def clear(root: Element) -> tuple[Choice, ...]:
    """Take out of a page what is no part of its text; what was taken out, by what it was."""
    title = _title(root)
    titled = frozenset((title, *title.iterancestors())) if title is not None else frozenset()
    candidates, total = _candidates(root)
    dropped: dict[str, list[str]] = {}
    done = 0
    for one in candidates:
        if one.start < done or (one.what and _holds_text(one, total)) or one.element in titled:
            continue
        done = one.end
        words = phrases_of(one.element) if one.what else ""
        if words:
            dropped.setdefault(one.what, []).append(words)
        remove(one.element)
    around = _outside_main(root, titled)
    if around:
        dropped.setdefault(NAVIGATION, []).extend(around)
    return tuple(Choice(what, tuple(words)) for what, words in dropped.items())


class _Open:
    """An element that the walk through a page is in."""

    __slots__ = ("article", "letters", "start", "what")

    def __init__(self, what: str | None, start: int) -> None:
        self.what = what
        self.start = start
        self.letters = 0
        self.article = False


def _candidates(root: Element) -> tuple[list[_Candidate], int]:
    """What may be taken out, the outer before the inner; and the letters of the page in no link."""
    found: list[_Candidate] = []
    stack = [_Open(None, 0)]
    place = links = within = 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        name = tag(element)
        step = 1 if event == "start" else -1
        links += step * is_link(element)
        within += step * (name in {"main", "article"})
        if event == "start":
            place += 1
            what = _what(element, name, within=within > 0)
            stack.append(_Open(what, place))
            if what == "":
                walk.skip_subtree()
            elif element.text and not links:
                _count(stack, element.text)
            continue
        one = stack.pop()
        if one.what is not None:
            found.append(
                _Candidate(element, one.what, one.start, place + 1, one.letters, one.article)
            )
        stack[-1].letters += one.letters
        stack[-1].article = stack[-1].article or one.article
        if element.tail and not links:
            _count(stack, element.tail)
    return sorted(found, key=lambda one: one.start), stack[0].letters


def _count(stack: list[_Open], words: str) -> None:
    """Add words to the element that the walk is in."""
    stack[-1].letters += letters(words)
    stack[-1].article = stack[-1].article or opens_article(words)


def _what(element: Element, name: str, *, within: bool) -> str | None:
    """What an element is, if it is no part of a text; "" for what needs no mention."""
    if name in _SILENT:
        return ""
    if name in {"html", "body", "main", "article"}:
        return None
    if not element.attrib and name not in _TELLING:
        return None
    if _is_remark(element, name):
        return _REMARKS
    if name in _STRUCK_OUT:
        return _STRUCK
    if _is_hidden(element):
        return _HIDDEN
    if name in _CONTROLS or name in _AROUND or attribute(element, "role").lower() in _ROLES:
        return NAVIGATION
    if name in _AROUND_OUTSIDE and not within:
        return NAVIGATION
    return NAVIGATION if name not in HEADINGS and _is_named_so(element) else None


def _is_named_so(element: Element) -> bool:
    """Whether the classes and the id of an element are those of what surrounds a text."""
    if element.get("class") is None and element.get("id") is None:
        return False
    if _TABLE_OF_WORD.search(attribute(element, "class")):
        return True
    words = names(element)
    return bool(words & _NAMES or (words & _ENDS and words <= _OF_PAGE))


def _is_hidden(element: Element) -> bool:
    if element.get("hidden") is not None:
        return True
    if style(element, "display") == "none" or style(element, "visibility") == "hidden":
        return True
    if style(element, "mso-hide") == "all":
        return True
    if attribute(element, "aria-hidden") == "true":
        icon = "icon" in names(element) or tag(element) == "i"
        return icon or len(text_of(element)) <= _LONGEST_ICON
    if element.get("class") is None:
        return False
    words = names(element)
    return any(unseen <= words for unseen in _UNSEEN)


def _is_remark(element: Element, name: str) -> bool:
    if style(element, "mso-element").startswith("comment"):
        return True
    if name == "a":
        return bool(_REMARK.match(attribute(element, "href")))
    if name in {"div", "p"}:
        first = element[0] if len(element) else element
        first = first[0] if tag(first) == "p" and len(first) else first
        return tag(first) == "a" and attribute(first, "href").startswith("#cmnt_ref")
    return "msocommentreference" in names(element)


def _holds_text(one: _Candidate, total: int) -> bool:
    """Whether an element holds much of a page, or an article of its text."""
    return one.letters > _MUCH * total or (one.article and one.letters > _TEXT)


def _own_letters(element: Element) -> int:
    """How many letters stand in no link; what is never shown does not count."""
    return sum(letters(words) for words, linked in pieces(element) if not linked)


def _outside_main(root: Element, titled: frozenset[Element]) -> list[str]:
    """Take out what stands outside the main element of a page, if it has one that holds the text."""
    mains = [one for one in root.iter() if _is_main(one)]
    if len(mains) != 1:
        return []
    main = mains[0]
    if _own_letters(main) < _MAIN * _own_letters(root):
        return []
    outside: list[Element] = []
    inner = main
    for above in main.iterancestors():
        outside.extend(one for one in above if one is not inner and one not in titled)
        inner = above
    words = [(one, phrases_of(one)) for one in outside]
    if any(opens_article(piece) for one in outside for piece, linked in pieces(one) if not linked):
        return []
    for one in outside:
        remove(one)
    return [text for _, text in words if text]


def _is_main(element: Element) -> bool:
    return tag(element) == "main" or attribute(element, "role").lower() == "main"


def _title(root: Element) -> Element | None:
    """The only heading of the first level, if it is the title of the text: it may stand outside."""
    first = list(islice(root.iter("h1"), 2))
    if len(first) != 1:
        return None
    if _names_instrument(text_of(first[0])):
        return first[0]
    others = islice(root.iter("h2", "h3"), _NEAR)
    return None if any(_names_instrument(text_of(one)) for one in others) else first[0]


def _names_instrument(words: str) -> bool:
    return len(words) <= _LONGEST_TITLE and bool(pattern("INSTRUMENT").match(words))
