"""A real browser for the tests of pages; what it opens must ask for nothing and complain of nothing."""

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Page as Tab

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)

in_a_browser = pytest.mark.skipif(
    CHROMIUM is None, reason="there is no chromium on this machine: apt-get install chromium"
)

ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDE = (1400, 900)

Opened = Callable[..., Tab]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as started:
        running = started.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield running
        running.close()


@pytest.fixture
def opened(browser: Browser, file: str) -> Iterator[Opened]:
    """Opens the page; at the end nothing was asked of the network, and nothing was complained of."""
    asked: list[str] = []
    complaints: list[str] = []
    tabs: list[Tab] = []

    def open_(
        size: tuple[int, int] = WIDE, *, script: bool = True, dark: bool = False, at: str = ""
    ) -> Tab:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            java_script_enabled=script,
            color_scheme="dark" if dark else "light",
        )
        context.set_default_timeout(5000)
        tab = context.new_page()
        tab.on("request", lambda request: asked.append(request.url.partition("#")[0]))
        tab.on("console", lambda message: complaints.append(message.text))
        tab.on("pageerror", lambda problem: complaints.append(str(problem)))
        tab.goto(file + at)
        tabs.append(tab)
        return tab

    yield open_
    for tab in tabs:
        tab.context.close()
    assert set(asked) == {file}
    assert not complaints
