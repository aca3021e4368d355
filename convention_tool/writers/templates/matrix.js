"use strict";
// The matrix on the page: filters, folded rows, the evidence of a cell, keys, printing in parts.
// Without a script the page says the same: a cell is a link to its evidence under the table.

const STOP = "a, button"; // what a cell or the name of a row holds for the keyboard
const ON_A4 = 10; // so many columns fit a page of A4 on its side

for (const matrix of document.querySelectorAll(".matrix")) start(matrix);

function start(matrix) {
  const table = matrix.querySelector("table");
  const [families, titles] = [...table.tHead.rows].map((row) => [...row.cells]);
  const familyHeads = families.slice(1);
  const widths = familyHeads.map((head) => head.colSpan);
  const parts = [...table.tBodies].map(read);
  const rights = parts.flatMap((part) => part.rights);
  const filters = matrix.querySelector(".filters");
  const boxes = [...filters.querySelectorAll("input[name]")];
  const unfold = filters.querySelector(".unfold");
  const panel = matrix.querySelector("dialog");
  const called = matrix.dataset.columns;
  let current = null; // the one cell that the Tab key comes to

  matrix.classList.add("scripted");
  filters.hidden = false;
  rights.forEach(foldable);
  for (const stop of table.querySelectorAll(STOP)) stop.tabIndex = -1;
  for (const link of table.querySelectorAll("td a")) {
    link.setAttribute("role", "button");
    link.setAttribute("aria-haspopup", "dialog");
  }
  listen();
  show();

  // A group of rows: its heading, and its rights with the rows within them.
  function read(body) {
    const [head, ...rows] = body.rows;
    const found = [];
    for (const row of rows) {
      const cells = [...row.cells].slice(1);
      const entry = { row, cells, states: cells.map(stateOf) };
      if (row.classList.contains("inner")) found.at(-1).inner.push(entry);
      else found.push({ ...entry, inner: [], button: null });
    }
    return { head, rights: found };
  }

  function stateOf(cell) {
    return (cell.querySelector("b") ?? cell.querySelector("a"))?.textContent ?? "";
  }

  // The name of a right becomes a button that unfolds its elements.
  function foldable(right) {
    if (!right.inner.length) return;
    const name = right.row.cells[0].firstElementChild;
    right.button = document.createElement("button");
    right.button.type = "button";
    right.button.className = "fold";
    right.button.setAttribute("aria-expanded", "false");
    right.button.append(...name.childNodes);
    name.append(right.button);
  }

  function isOpen(right) {
    return right.button?.getAttribute("aria-expanded") === "true";
  }

  function listen() {
    filters.addEventListener("change", (event) => {
      if (event.target.classList.contains("together")) {
        for (const box of columnsOf(event.target)) box.checked = event.target.checked;
      }
      show();
    });
    filters.querySelector(".clear").addEventListener("click", clear);
    unfold.addEventListener("click", () => {
      const open = unfold.getAttribute("aria-pressed") !== "true";
      unfold.setAttribute("aria-pressed", String(open));
      for (const right of rights) right.button?.setAttribute("aria-expanded", String(open));
      show();
    });
    document.addEventListener("click", (event) => closeFacets(event.target));
    filters.addEventListener("keydown", (event) => {
      const facet = event.target.closest("details[open]");
      if (event.key !== "Escape" || !facet) return;
      facet.open = false;
      facet.querySelector("summary").focus();
    });
    table.addEventListener("click", (event) => {
      const stop = event.target.closest(STOP) ?? event.target.closest("td")?.querySelector("a");
      if (!stop) return;
      event.preventDefault();
      comeTo(stop);
      if (stop.matches("button")) fold(stop);
      else open(stop);
    });
    table.addEventListener("focusin", (event) => comeTo(event.target.closest(STOP)));
    table.addEventListener("keydown", press);
    panel.addEventListener("click", (event) => {
      if (event.target === panel || event.target.closest("a, .close")) panel.close();
    });
    window.addEventListener("hashchange", () => {
      const wanted = rights.find(({ row }) => row.id === location.hash.slice(1))?.row;
      if (!wanted?.hidden) return;
      clear(); // a link to a row that is filtered out brings it back
      wanted.scrollIntoView();
    });
    window.addEventListener("beforeprint", partForPrint);
    window.addEventListener("afterprint", () => matrix.querySelector(".parted")?.remove());
  }

  function clear() {
    for (const box of boxes) box.checked = false;
    show();
  }

  function closeFacets(target) {
    for (const facet of filters.querySelectorAll("details[open]")) {
      if (!facet.contains(target)) facet.open = false;
    }
  }

  function columnsOf(together) {
    return together.closest("fieldset").querySelectorAll("input[name]");
  }

  // What is ticked in a filter; a filter where nothing is ticked lets everything through.
  function chosen(name) {
    const ticked = boxes.filter((box) => box.name === name && box.checked);
    const values = new Set(ticked.map((box) => box.value));
    return { any: values.size > 0, size: values.size, has: (value) => !values.size || values.has(value) };
  }

  function show() {
    const columns = chosen("column");
    const groups = chosen("part");
    const states = chosen("state");
    const shown = titles.map((_, number) => columns.has(String(number)));
    const width = shown.filter(Boolean).length;
    const counts = new Map();
    let rows = 0;

    showHeads(shown);
    parts.forEach((part, number) => {
      let some = false;
      for (const right of part.rights) {
        const within = groups.has(String(number));
        const said = right.states.filter((_, column) => shown[column]);
        if (within) for (const state of said) counts.set(state, (counts.get(state) ?? 0) + 1);
        const visible = within && (!states.any || said.some(states.has));
        right.row.hidden = !visible;
        some ||= visible;
        rows += visible;
        showCells(right, shown, width, states);
        for (const inner of right.inner) {
          inner.row.hidden = !visible || !isOpen(right);
          if (!inner.row.hidden) showCells(inner, shown, width, states);
        }
      }
      part.head.hidden = !some;
      part.head.cells[0].colSpan = width + 1;
    });
    sayCounts(counts, { column: columns, part: groups, state: states });
    const said = `${rows} of ${rights.length} rows shown, ${width} of ${titles.length} ${called}.`;
    const none = " No cell answers these filters; clear one of them.";
    filters.querySelector(".shown").textContent = rows ? said : said + none;
    if (!current || !isShown(current)) comeTo(firstStop());
  }

  function showHeads(shown) {
    titles.forEach((head, number) => (head.hidden = !shown[number]));
    let start = 0;
    familyHeads.forEach((head, number) => {
      const end = start + widths[number];
      const span = shown.slice(start, end).filter(Boolean).length;
      head.hidden = !span;
      head.colSpan = span || widths[number];
      start = end;
    });
  }

  function showCells({ cells, states: said }, shown, width, states) {
    if (cells.length < shown.length) {
      cells[0].colSpan = width;
      return;
    }
    cells.forEach((cell, column) => {
      cell.hidden = !shown[column];
      cell.classList.toggle("off", !states.has(said[column]));
    });
  }

  function sayCounts(counts, filtered) {
    for (const box of boxes) {
      if (box.name !== "state") continue;
      box.parentElement.querySelector(".count").textContent = counts.get(box.value) ?? 0;
    }
    for (const facet of filters.querySelectorAll(".facet")) {
      const own = [...facet.querySelectorAll("input[name]")];
      const { any, size } = filtered[own[0].name];
      facet.classList.toggle("set", any);
      facet.querySelector(".picked").textContent = any ? `${size} of ${own.length}` : "all";
    }
    for (const together of filters.querySelectorAll(".together")) {
      const ticked = [...columnsOf(together)].map((box) => box.checked);
      together.checked = ticked.every(Boolean);
      together.indeterminate = !together.checked && ticked.some(Boolean);
    }
    filters.querySelector(".clear").disabled = !boxes.some((box) => box.checked);
  }

  function fold(button) {
    button.setAttribute("aria-expanded", String(button.getAttribute("aria-expanded") !== "true"));
    const all = rights.every((right) => !right.button || isOpen(right));
    unfold.setAttribute("aria-pressed", String(all));
    show();
  }

  // The evidence of a cell, in words that need neither the table nor its colours.
  function open(link) {
    const cell = link.closest("td");
    const entry = rights
      .flatMap((right) => [right, ...right.inner.map((inner) => ({ ...inner, right }))])
      .find(({ row }) => row === cell.parentElement);
    const right = entry.right ?? entry;
    const head = titles[cell.cellIndex - 1];
    const state = entry.states[cell.cellIndex - 1];
    const key = [...matrix.querySelectorAll(".legend dt")].find((dt) => dt.textContent === state);
    const badge = panel.querySelector(".badge");
    panel.querySelector(".title").textContent = right.row.cells[0].firstElementChild.textContent;
    panel.querySelector(".inner").textContent = entry.right ? cell.parentElement.cells[0].textContent : "";
    panel.querySelector(".column").textContent = `${head.textContent}:`;
    badge.className = `badge ${cell.classList[0]}`;
    badge.textContent = state;
    panel.querySelector(".meaning").textContent = key?.nextElementSibling.textContent ?? "";
    const ground = link.dataset.ground ?? head.dataset.ground; // most cells of a column share one
    panel.querySelector(".why").replaceChildren(...why(link.hash.slice(1)), ...why(ground));
    panel.showModal();
    panel.scrollTop = 0;
  }

  function why(anchor) {
    return document.getElementById(anchor)?.querySelector(".why").cloneNode(true).childNodes ?? [];
  }

  // Among all cells, the Tab key comes to one; the arrow keys lead from there.
  function comeTo(stop) {
    if (!stop || stop === current) return;
    if (current) current.tabIndex = -1;
    current = stop;
    current.tabIndex = 0;
  }

  function isShown(stop) {
    return !stop.closest("tr").hidden && !stop.closest("td, th").hidden;
  }

  function shownRows() {
    return rights.flatMap((right) => [right, ...right.inner]).map(({ row }) => row).filter((row) => !row.hidden);
  }

  function stopsOf(row) {
    return [...row.cells].filter((cell) => !cell.hidden).flatMap((cell) => cell.querySelector(STOP) ?? []);
  }

  function firstStop() {
    return shownRows().flatMap((row) => row.querySelector("td:not([hidden]) a") ?? [])[0] ?? null;
  }

  function press(event) {
    const stop = event.target.closest(STOP);
    if (!stop || event.altKey || event.metaKey || event.shiftKey) return;
    if (event.key === " " && stop.matches("a")) {
      event.preventDefault();
      open(stop);
      return;
    }
    const next = goal(event.key, event.ctrlKey, stop);
    if (next === undefined) return;
    event.preventDefault();
    comeTo(next);
    next?.focus();
  }

  // Where a key leads; undefined if it is none of ours.
  function goal(key, far, stop) {
    const row = stop.closest("tr");
    const stops = stopsOf(row);
    const here = stops.indexOf(stop);
    const rows = shownRows();
    if (far && (key === "Home" || key === "End")) {
      const order = key === "Home" ? rows : rows.reverse();
      const last = key === "Home" ? 0 : -1;
      return order.map((one) => stopsOf(one).filter((s) => s.matches("a")).at(last)).find(Boolean);
    }
    if (far) return undefined;
    switch (key) {
      case "ArrowRight": return stops[Math.min(here + 1, stops.length - 1)];
      case "ArrowLeft": return stops[Math.max(here - 1, 0)];
      case "Home": return stops.find((s) => s.matches("a")) ?? stops[0];
      case "End": return stops.at(-1);
      case "ArrowDown": return beside(rows.slice(rows.indexOf(row) + 1), stop) ?? stop;
      case "ArrowUp": return beside(rows.slice(0, rows.indexOf(row)).reverse(), stop) ?? stop;
      default: return undefined;
    }
  }

  // The nearest of some rows that has something in the same column.
  function beside(rows, stop) {
    const column = stop.closest("td, th").cellIndex;
    return rows.map((row) => row.cells[column]?.querySelector(STOP)).find(Boolean);
  }

  // A page of A4 takes one group of columns at a time. Which of the two is printed, the table or
  // its parts, the style sheet decides by the paper.
  function partForPrint() {
    if (titles.filter((head) => !head.hidden).length <= ON_A4) return;
    const parted = document.createElement("div");
    parted.className = "parted";
    let start = 0;
    widths.forEach((width, number) => {
      if (!familyHeads[number].hidden) parted.append(partOf(number, start, start + width));
      start += width;
    });
    matrix.querySelector(".field").after(parted);
  }

  function partOf(number, start, end) {
    const copy = table.cloneNode(false);
    const caption = table.caption.cloneNode(true);
    caption.textContent += `: ${familyHeads[number].textContent}`;
    const kept = (cells) => cells.slice(start, end).filter((cell) => !cell.hidden);
    const span = kept(titles).length;
    const head = document.createElement("thead");
    head.append(line(table.tHead.rows[1], families[0], kept(titles)));
    head.rows[0].cells[0].removeAttribute("rowspan");
    copy.append(caption, head);
    for (const part of parts) {
      if (part.head.hidden) continue;
      const body = document.createElement("tbody");
      body.append(line(part.head, part.head.cells[0], []));
      body.rows[0].cells[0].colSpan = span + 1;
      for (const { row, cells } of part.rights.flatMap((right) => [right, ...right.inner])) {
        if (row.hidden) continue;
        const all = cells.length < titles.length;
        body.append(line(row, row.cells[0], all ? cells : kept(cells)));
        if (all) body.lastChild.lastChild.colSpan = span;
      }
      copy.append(body);
    }
    return copy;
  }

  function line(row, name, cells) {
    const copy = row.cloneNode(false);
    copy.removeAttribute("id");
    copy.append(...[name, ...cells].map((cell) => cell.cloneNode(true)));
    return copy;
  }
}
