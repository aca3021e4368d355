"""An instrument as Akoma Ntoso 3.0 (OASIS LegalDocML), valid against its schema.

What the standard leaves open is decided once, here:

* A treaty is an `act` of the name and subtype "treaty", draft or not. Act and bill alone have the
  `body` of parts, articles and paragraphs that a treaty has; a bill is what a government lays
  before a parliament, and a draft that is adopted should keep its address. AKN4UN, the United
  Nations' conventions, makes a `statement` of resolutions and lists treaties among the normative
  documents. Of it we follow: the country "un", a subtype in every address, words of the preface
  and the preamble in named `container`s, nothing printed that the text does not have.
* Parts, titles, chapters, sections, articles and paragraphs are the elements of these names. An
  item of a list is a `subparagraph` at every depth, as lawyers cite it ("subparagraph (a) (ii)");
  `point` and `indent` would make the depth look like a difference in kind.
* An `eId` is the address by which every format and command of this tool names the provision:
  `art_12__para_3__subpara_b`, the naming convention's abbreviations and separators. It differs
  from the convention in two ways: a recital is `preamble__rec_1`, without a level for the element
  `recitals`, which is no provision; an attachment is named by what it is, `annex_I`.
* The header block is the container "header" of the preface, the printed contents are its `toc`.
* A note is an `authorialNote` of the class "commentary" or "footnote", at the end of the last words
  of what it speaks of, because what stands in the metadata is lost by many readers. It belongs to
  the innermost provision that holds it.
* Annexes are attachments, each a `doc` named by its kind. Its label and number are the heading of
  the attachment, its own heading the subheading.
"""

from convention_tool.tree.nodes import Instrument
from convention_tool.tree.references import References
from convention_tool.writers.akn.metadata import identity_of, metadata
from convention_tool.writers.akn.structure import Structure

_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def write(instrument: Instrument, references: References) -> bytes:
    """The instrument as UTF-8, its references as links.

    Args:
        instrument: what is written; what its source holds beside it is not.
        references: the words that name provisions, from which a `ref` leads there.
    """
    identity = identity_of(instrument)
    structure = Structure(instrument, references, identity)
    text = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="{_NAMESPACE}">\n'
        f'<act name="treaty" contains="originalVersion">\n{metadata(identity)}'
        f"{structure.text()}</act>\n</akomaNtoso>\n"
    )
    return text.encode()
