"""Templates of users: what they may name, what they may not reach, and what they are told."""

import re
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, fields, is_dataclass
from functools import cache
from pathlib import Path

import pytest
from corpus import treaties
from samples import LIGHTS

from convention_tool import parse, read
from convention_tool.errors import TemplateError
from convention_tool.tree.nodes import Article, Instrument, Paragraph
from convention_tool.views.template_context import context
from convention_tool.writers.starters import file_of, starter, starters
from convention_tool.writers.user_template import render_template

ROOT = Path(__file__).parent.parent
DRAFTS = sorted((ROOT / "drafts").glob("*.txt"))
DOUBLING = 60  # so many doublings fill any memory


@cache
def lights() -> Mapping[str, object]:
    return context(LIGHTS)


def rendered(template: str, name: str = "letter.txt.j2") -> str:
    return render_template(template, name, lights())


def told(template: str) -> str:
    with pytest.raises(TemplateError) as stopped:
        rendered(template, "letter.j2")
    return str(stopped.value)


def test_a_template_prints_what_it_names() -> None:
    template = (
        "{{ title }}: {% for one in articles %}{{ one.number }} {{ one.heading }}; {% endfor %}"
    )
    assert rendered(template) == "Convention on Harbour Lights: 1 Keeping of lights; 1 bis ; "


def test_provisions_say_where_they_stand_and_how_they_are_cited() -> None:
    item = "articles[0].paragraphs[0].subparagraphs[0]"
    assert rendered(f"{{{{ {item}.address }}}}") == "art_1__para_1__subpara_a"
    assert rendered(f"{{{{ {item}.citation }}}}") == "article 1, paragraph 1 (a)"
    assert rendered(f"{{{{ {item}.mark }}}}") == "(a)"


def test_parts_can_be_followed_to_any_depth() -> None:
    template = (
        "{% for one in elements recursive %}{{ one.kind }} {{ one.number }}"
        '{% if one.kind == "part" %}({{ loop(one.elements) }}){% else %};{% endif %}{% endfor %}'
    )
    assert rendered(template) == "part I(article 1;article 1 bis;)"


def test_references_are_runs_with_an_address() -> None:
    draft = parse(
        "Convention on Lamps\n\nArticle 1\nLamps\n1. Lamps burn.\n\nArticle 2\nOil\n"
        "1. Oil is kept as article 1, paragraph 1, says, and dry.\n"
    )
    template = (
        "{% for run in articles[1].paragraphs[0].runs %}"
        "{% if run.address %}[{{ run.text }}|{{ run.address }}]{% else %}{{ run.text }}{% endif %}"
        "{% endfor %}"
    )
    said = render_template(template, "letter.txt.j2", context(draft.instrument))
    assert "[article 1, paragraph 1|art_1__para_1]" in said
    assert said.startswith("Oil is kept as ")
    assert said.endswith("says, and dry.")


def test_the_context_is_plain_data_and_nothing_else() -> None:
    def walk(value: object) -> None:
        match value:
            case None | str() | int():
                assert type(value) in {type(None), str, int}, type(value)
            case tuple():
                for one in value:
                    walk(one)
            case _:
                assert is_dataclass(value)
                with pytest.raises(FrozenInstanceError):
                    setattr(value, fields(value)[0].name, "")
                for field in fields(value):
                    walk(getattr(value, field.name))

    for value in lights().values():
        walk(value)


def test_every_name_of_the_context_is_documented() -> None:
    documented = (ROOT / "docs/templates.md").read_text("utf-8")
    for name in lights():
        assert f"`{name}`" in documented, name


@pytest.mark.parametrize("example", [0, 1])
def test_the_examples_of_the_documentation_work(example: int) -> None:
    documented = (ROOT / "docs/templates.md").read_text("utf-8")
    examples = re.findall(r"```jinja\n(.*?)```", documented, re.DOTALL)
    said = rendered(examples[example])
    assert "Keeping of lights" in said


@pytest.mark.parametrize("name", [name for name, _ in starters()])
@pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.stem)
def test_starters_print_every_word_of_every_draft(name: str, draft: Path) -> None:
    instrument = read(draft).instrument
    said = letters(render_template(starter(name), file_of(name), context(instrument)))
    for article in instrument.articles:
        assert letters(article.heading) in said
        for paragraph in article.paragraphs:
            assert letters(paragraph.text) in said


@pytest.mark.timeout(300)
def test_starters_print_every_treaty() -> None:
    for path in sorted(treaties().rglob("*.txt")):
        known = context(read(path).instrument)
        for name, _ in starters():
            assert render_template(starter(name), file_of(name), known), (path.name, name)


@pytest.mark.parametrize("name", ["html", "table"])
def test_starters_of_web_pages_escape_what_a_draft_says(name: str) -> None:
    said = render_template(starter(name), file_of(name), lights())
    assert "<script>" not in said
    assert "&lt;script&gt;" in said


def test_a_starter_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(TemplateError, match="choose one of html, markdown, table, text"):
        starter("letter")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a.html.j2", "&lt;b&gt; &amp;"),
        ("a.xml.j2", "&lt;b&gt; &amp;"),
        ("a.HTML", "&lt;b&gt; &amp;"),
        ("a.txt.j2", "<b> &"),
        ("a.tex.j2", "<b> &"),
        ("html.j2", "<b> &"),
    ],
)
def test_the_name_of_a_template_says_whether_words_are_escaped(name: str, said: str) -> None:
    assert rendered('{{ "<b> &" }}', name) == said
    assert rendered('{{ "<b>" ~ " &" }}', name) == said
    assert rendered('{{ "<b>" | safe ~ "<i>" | xml }}', name) == "<b>&lt;i&gt;"


def test_filters_of_our_own() -> None:
    assert rendered('{{ "50 % of {a} & \\\\b" | latex }}') == (
        r"50 \% of \{a\} \& \textbackslash{}b"
    )
    assert rendered('{{ "<a>" | xml }}') == "&lt;a&gt;"
    assert rendered('{{ "the keeper of lights" | wrap(10) }}') == "the keeper\nof lights"
    assert rendered('{{ "a\nb" | indent(2) }}') == "a\n  b"
    assert rendered('{{ "<i>" | xml | replace("i", "<b>") }}') == "&lt;&lt;b&gt;&gt;"


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("a\nb\n{{ artcles }}", '3: there is no "artcles" here; did you mean "articles"?'),
        ("{{ nonsense }}", '1: there is no "nonsense" here'),
        (
            "{% for one in articles %}\n{{ one.headng }}\n{% endfor %}",
            '2: an article has no "headng"; did you mean "heading"?',
        ),
        ("{{ articles[99] }}", "1: a list has no entry 99"),
        ("\n\n{% fro a in articles %}", '3: there is no tag "fro"'),
        ("{% for a in articles %}", "1: unexpected end of template"),
        ("{{ title | shout }}", "1: no filter named 'shout'"),
        ("{{ articles }}", "1: a list is not printed at once"),
        ("{{ articles[0] }}", "1: an article has several parts"),
        ('{{ articles | join(", ") }}', "1: an article has several parts"),
        ("{{ title + 1 }}", '1: "+" does not go with a text and a number'),
        ("{% for a in 5 %}{% endfor %}", "1: a loop goes through a list, not through a number"),
        ("{{ 1 / 0 }}", "1: this cannot be done here"),
        ("{{ title() }}", "1: this cannot be done here"),
        ('\n{% include "x" %}', '2: "include" reads another file'),
        ('{% extends "x" %}', '1: "extends" reads another file'),
        ('{% import "x" as x %}', '1: "import" reads another file'),
        ('{% from "x" import y %}', '1: "from" reads another file'),
        ("{% macro f() %}\n{{ nothing }}{% endmacro %}\n\n{{ f() }}", '2: there is no "nothing"'),
    ],
)
def test_a_mistake_is_told_with_its_line(template: str, message: str) -> None:
    assert told(template).startswith(f"letter.j2, line {message}")


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ title['__class__'] }}",
        "{{ articles[0].__class__ }}",
        "{{ articles[0].__dataclass_fields__ }}",
        "{{ articles | map(attribute='__class__') | list }}",
        "{{ articles | selectattr('__class__') | list }}",
        "{{ articles | groupby('__class__') }}",
        "{{ articles | join(attribute='__class__') }}",
        "{{ '{0.__class__}'.format(title) }}",
        "{{ ('{0.__class__}' | safe).format(title) }}",
        "{{ '{a.__class__}'.format_map(header) }}",
        "{{ namespace.__init__.__globals__ }}",
        "{{ range.__self__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ [].append(1) }}",
        "{{ {}.update({1: 2}) }}",
        "{{ title.translate({}) }}",
        "{% for a in [1] %}{{ loop._iterator }}{% endfor %}",
        "{% macro f() %}{% endmacro %}{{ f._func }}",
        "{% macro f() %}{% endmacro %}{{ f.name }}",
    ],
)
def test_a_template_reaches_nothing_behind_the_data(template: str) -> None:
    assert "a template may not reach " in told(template)


@pytest.mark.parametrize("name", ["lipsum", "cycler", "joiner", "dict", "config", "open", "loop"])
def test_a_template_is_given_no_functions(name: str) -> None:
    assert f'there is no "{name}" here' in told(f"{{{{ {name} }}}}")


@pytest.mark.parametrize("name", ["attr", "random", "pprint", "sum", "tojson", "batch", "format"])
def test_a_template_is_given_no_filters_that_reach_or_grow(name: str) -> None:
    assert f"no filter named '{name}'" in told(f"{{{{ title | {name} }}}}")


@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    "template",
    [
        "{% for a in range(1500000) %}{% for b in range(1500000) %}{% endfor %}{% endfor %}",
        "{% for a in range(1000000000) %}x{% endfor %}",
        "{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}",
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
        "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(60) }}",
        "{{ 'x' * 1000000000 }}",
        "{{ [1] * 1000000000 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ '{:1000000000}'.format(1) }}",
        "{{ 'x' | center(1000000000) }}",
        "{{ 'x\ny' | indent(1000000000) }}",
        "{{ 'x'.ljust(1000000000) }}",
        "{% set x = 'ab' %}" + "{% set x = x ~ x %}" * DOUBLING,
        "{% set x = 'ab' %}" + "{% set x = x + x %}" * DOUBLING,
        "{% set x = 'ab' %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * DOUBLING,
        "{% set x = 'ab' %}" + "{% set x = [x, x] | join %}" * DOUBLING,
        "{% set x = 'ab' %}" + "{% set x = x | replace('', x) %}" * DOUBLING,
        "{% set x = [1] %}" + "{% set x = [x, x] %}" * DOUBLING + "{{ x == x }}",
        "{% set x = (1,) %}" + "{% set x = (x, x) %}" * DOUBLING + "{{ {x: 1} }}",
        "{% set x = [1] %}" + "{% set x = x + x %}" * DOUBLING,
        "{% set x = 9 %}" + "{% set x = x * x %}" * DOUBLING,
        "{% for a in range(200000) %}" + "words " * 200 + "{% endfor %}",
        "{% set n = namespace(x='ab') %}{% for a in range(99) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
        "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
        "{{ " + "-" * 20000 + "1 }}",
        "{{ 1" + " + 1" * 20000 + " }}",
        "{% if 1 %}" * 2000 + "{% endif %}" * 2000,
        "{% for a in [1] %}" * 80 + "{% endfor %}" * 80,
        "x" * 400_000,
    ],
    ids=range(30),
)
def test_a_template_cannot_run_without_end_or_fill_the_memory(template: str) -> None:
    assert told(template).startswith("letter.j2")


@pytest.mark.timeout(120)
def test_a_thousand_articles_are_far_from_the_limits() -> None:
    paragraph = Paragraph(number="1", mark="1.", text="Keepers keep the lights lit. " * 50)
    articles = tuple(Article(number=str(n), paragraphs=(paragraph,)) for n in range(1, 1001))
    known = context(Instrument(title="Lights", elements=articles))
    for name, _ in starters():
        assert len(render_template(starter(name), file_of(name), known)) > 1_000_000


def test_the_same_draft_gives_the_same_words() -> None:
    for name, _ in starters():
        once, again = (
            render_template(starter(name), file_of(name), context(LIGHTS)) for _ in range(2)
        )
        assert once == again


def letters(text: str) -> str:
    """The letters and digits of a text alone, whatever it was escaped and broken for."""
    plain = re.sub(r"&(?:amp|lt|gt|#34|#39);|<[^>]*>", "", text)
    return re.sub(r"[\W_]+", "", plain)
