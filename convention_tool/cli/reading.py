"""What the remarks on a reading mean, for `explain`; the rules of lint explain themselves."""

EXPLANATIONS = {
    "no-article": """The text has no line that begins an article.

Why it matters: rights and duties are found and cited by article. A draft is plain text in which
each article begins with a line of its own, such as "Article 1" or "Article 1: Definitions".""",
    "page-furniture": """Lines that look like page numbers or running heads were set aside.

Why it matters: copies of printed treaties carry them in the middle of sentences. They are kept in
what "parse" prints and never published. If one of them is part of the text, join it to the line
that it belongs to.""",
    "contents-list": """Lines were read as a table of contents, not as articles.

Why it matters: a list of headings at the top would otherwise double every article. If they are
articles, give each its text.""",
    "read-as-reference": """A line that looks like a heading was read as a reference to an article.

Why it matters: in a copied text, a sentence can break before "Article 43". Such a line is a heading
only where its number follows from the articles around it. If it is one, see that the number is
right and that the sentence before it ends.""",
    "outside-articles": """Text stands between articles and belongs to none.

Why it matters: a provision that stands in no article cannot be cited. Give it an article, or make
it commentary by beginning its lines with ">".""",
}
