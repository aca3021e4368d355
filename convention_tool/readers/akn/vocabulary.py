"""The elements of Akoma Ntoso that are read for what they are, by name.

The standard has some three hundred. An element that is not here is read by what it holds.
"""

#: What is no part of the text.
SILENT = frozenset(("meta", "componentRef", "documentRef", "documentData", "componentData"))

#: Divisions above the article.
_DIVISIONS = frozenset(
    ("book", "tome", "part", "subpart", "title", "subtitle", "chapter", "subchapter", "subsection")
)

#: The basic unit: in treaties the article, in the laws of some States another. It is a division
#: where it holds articles.
ARTICLES = frozenset(("article", "section", "rule", "clause"))

#: What has a number and a heading on lines of their own.
HEADED = _DIVISIONS | ARTICLES

#: Paragraphs and the items of lists.
ITEMS = frozenset(
    (
        *("paragraph", "subparagraph", "point", "indent", "alinea", "item", "recital", "citation"),
        *("list", "sublist", "subclause", "subrule", "proviso", "level", "transitional"),
        *("division", "subdivision", "blockContainer"),
    )
)

#: Blocks of words.
BLOCKS = frozenset(
    (
        *("p", "block", "li", "listIntroduction", "listWrapUp", "crossHeading", "caption"),
        *("heading", "subheading", "num", "from", "scene", "narrative", "summary"),
    )
)

#: What only holds other elements; its name says nothing that the draft shows.
HOLDERS = frozenset(
    (
        *("act", "bill", "doc", "statement", "documentCollection", "officialGazette", "judgment"),
        *("amendment", "amendmentList", "debate", "debateReport", "portion", "components"),
        *("component", "attachments", "collectionBody", "body", "mainBody", "portionBody"),
        *("amendmentBody", "judgmentBody", "debateBody", "coverPage", "preface", "preamble"),
        *("conclusions", "header", "container", "longTitle", "formula", "recitals", "citations"),
        *("content", "intro", "wrapUp", "hcontainer", "blockList", "tblock", "foreign", "ul", "ol"),
        *("table", "tbody", "thead", "tfoot", "div", "interstitial", "eol", "eop", "img"),
    )
)

#: Elements within words.
INLINES = frozenset(
    (
        *("ref", "mref", "rref", "mod", "mmod", "rmod", "remark", "ins", "del", "omissis", "def"),
        *("b", "i", "u", "sup", "sub", "a", "span", "abbr", "inline", "term", "date", "time"),
        *("docTitle", "docNumber", "docType", "docDate", "docStatus", "docProponent", "docStage"),
        *("docAuthority", "docPurpose", "docCommittee", "docIntroducer", "docJurisdiction"),
        *("shortTitle", "session", "legislature", "person", "organization", "location", "role"),
        *("concept", "object", "event", "process", "quantity", "entity", "signature", "party"),
        *("judge", "lawyer", "quotedText", "quotedStructure", "embeddedText", "authorialNote"),
        *("noteRef", "eol", "eop", "br", "img", "marker", "placeholder", "fillIn", "decoration"),
        "tocItem",
    )
)

#: The words for units whose numbers are printed without one, by language.
LABELS = {
    "en": {
        "article": "Article",
        "book": "BOOK",
        "tome": "BOOK",
        "part": "PART",
        "title": "TITLE",
        "chapter": "CHAPTER",
        "section": "SECTION",
        "subsection": "SUBSECTION",
        "subpart": "CHAPTER",
        "subtitle": "CHAPTER",
        "subchapter": "SECTION",
    },
    "fr": {
        "article": "Article",
        "book": "LIVRE",
        "tome": "LIVRE",
        "part": "PARTIE",
        "title": "TITRE",
        "chapter": "CHAPITRE",
        "section": "SECTION",
        "subsection": "SOUS-SECTION",
        "subpart": "CHAPITRE",
        "subtitle": "CHAPITRE",
        "subchapter": "SECTION",
    },
    "es": {
        "article": "Artículo",
        "book": "LIBRO",
        "tome": "LIBRO",
        "part": "PARTE",
        "title": "TÍTULO",
        "chapter": "CAPÍTULO",
        "section": "SECCIÓN",
        "subsection": "SUBSECCIÓN",
        "subpart": "CAPÍTULO",
        "subtitle": "CAPÍTULO",
        "subchapter": "SECCIÓN",
    },
}
