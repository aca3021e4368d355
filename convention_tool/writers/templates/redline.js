"use strict";
// A redline on the page: from change to change, only what changed, the place kept when the view
// changes. Without a script the page says the same; the style sheet has the choice of the view.

let usedRedline = null; // whose changes the keys go through
for (const redline of document.querySelectorAll(".redline")) {
  const started = startRedline(redline);
  usedRedline ??= started;
}

function startRedline(redline) {
  const lines = [...redline.querySelectorAll(".line")];
  const changes = changesOf(lines);
  const views = redline.querySelector(".views");
  const steps = redline.querySelector(".steps");
  const count = redline.querySelector(".count");
  const only = redline.querySelector(".only");
  const keys = redline.querySelector(".keys input");
  const own = { next: () => step(1), previous: () => step(-1), takesKeys: () => keys.checked && changes.length > 0 };
  let current = -1;

  steps.hidden = !changes.length;
  listen();
  comeFromLink();
  return own;

  function listen() {
    const uses = { first: () => go(0), previous: own.previous, next: own.next, only: () => showOnly(!isOnly()) };
    for (const [name, use] of Object.entries(uses)) {
      redline.querySelector(`.${name}`).addEventListener("click", () => {
        usedRedline = own;
        use();
      });
    }
    let seen = null;
    for (const type of ["pointerdown", "keydown"]) views.addEventListener(type, () => (seen = place()));
    views.addEventListener("change", () => {
      if (seen) window.scrollBy(0, seen.line.getBoundingClientRect().top - seen.top);
      seen = null;
    });
    window.addEventListener("hashchange", comeFromLink);
  }

  // The lines of each change, in the order of the page.
  function changesOf(all) {
    const found = new Map();
    for (const line of all) {
      const number = line.dataset.change;
      if (!number) continue;
      if (!found.has(number)) found.set(number, []);
      found.get(number).push(line);
    }
    return [...found.values()];
  }

  // The first step leads to what the reader has before them.
  function step(by) {
    if (current >= 0) return go(current + by);
    const below = changes.findIndex((change) => change.at(-1).getBoundingClientRect().bottom > edge());
    const start = below < 0 ? changes.length : below;
    return go(by > 0 ? start : start - 1);
  }

  function go(wanted) {
    mark(Math.max(0, Math.min(wanted, changes.length - 1)));
    const [line] = changes[current];
    line.tabIndex = -1;
    line.focus({ preventScroll: true });
    line.scrollIntoView();
  }

  function mark(number) {
    for (const line of changes[current] ?? []) line.classList.remove("current", "begins", "ends");
    current = number;
    for (const line of changes[current]) line.classList.add("current");
    changes[current][0].classList.add("begins");
    changes[current].at(-1).classList.add("ends");
    const told = spanOf("heard", `: ${whatIs(changes[current])}`);
    count.replaceChildren(spanOf("word", "Change "), `${current + 1} of ${changes.length}`, told);
  }

  function spanOf(name, words) {
    const made = document.createElement("span");
    made.className = name;
    made.textContent = words;
    return made;
  }

  // A change in a few words, for who does not see where the page went.
  function whatIs(change) {
    const label = change[0].querySelector(".fate")?.textContent.replace(/ [↑↓]$/, "") ?? "modified";
    const before = lines.slice(0, lines.indexOf(change[0]) + 1);
    const heading = before.findLast((line) => line.querySelector("h2, h3, h4, h5, h6"));
    const number = heading?.querySelector(".text .number") ?? heading?.querySelector(".text");
    return [label, number && said(number)].filter(Boolean).join(", ");
  }

  // The words of the new text, or of the old one where they are all that there is.
  function said(element) {
    const copy = element.cloneNode(true);
    if (!element.closest(".deleted, .moved-away")) for (const gone of copy.querySelectorAll("del")) gone.remove();
    return copy.textContent.trim();
  }

  function isOnly() {
    return only.getAttribute("aria-pressed") === "true";
  }

  function showOnly(pressed) {
    const seen = place();
    only.setAttribute("aria-pressed", String(pressed));
    redline.classList.toggle("only", pressed);
    for (const made of redline.querySelectorAll(".omission.made")) made.remove();
    if (pressed) sayOmitted();
    const kept = lines.slice(lines.indexOf(seen?.line)).find(isShown);
    if (kept) window.scrollBy(0, kept.getBoundingClientRect().top - seen.top);
  }

  // Where lines are hidden, it says how many.
  function sayOmitted() {
    let hidden = 0;
    for (const [number, line] of lines.entries()) {
      if (!isShown(line)) hidden += 1;
      const next = line.nextElementSibling;
      if (!hidden || (next === lines[number + 1] && next && !isShown(next))) continue;
      const made = document.createElement("p");
      made.className = "omission made";
      made.append(spanOf("", hidden === 1 ? "1 unchanged line" : `${hidden} unchanged lines`));
      line.after(made);
      hidden = 0;
    }
  }

  function isShown(line) {
    return !redline.classList.contains("only") || line.matches(".changed, .headed");
  }

  // A link to a line that is hidden brings it back; one to a change makes it the current one.
  function comeFromLink() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const line = target?.closest(".line");
    if (!line || !redline.contains(line)) return;
    usedRedline = own;
    if (!isShown(line)) {
      showOnly(false);
      target.scrollIntoView();
    }
    const number = changes.findIndex((change) => change.includes(line));
    if (number >= 0) mark(number);
  }

  // The line at the top of the window, and where it stands there.
  function place() {
    const line = lines.find((one) => isShown(one) && one.getBoundingClientRect().bottom > edge());
    return line && { line, top: line.getBoundingClientRect().top };
  }

  // Where what stays at the top of the window ends.
  function edge() {
    const bars = [redline.querySelector(".bar"), steps].map((bar) => bar.getBoundingClientRect());
    return Math.max(0, ...bars.filter((box) => box.height && box.top <= 0).map((box) => box.bottom));
  }
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (event.target.closest?.("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], dialog")) return;
  if (!usedRedline?.takesKeys()) return;
  if (event.key === "n" || event.key === "j") usedRedline.next();
  else if (event.key === "p" || event.key === "k") usedRedline.previous();
  else return;
  event.preventDefault();
});
