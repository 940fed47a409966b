// Puts what is new in a page into the place of what was there, part by part, so that whoever is at
// work in it keeps the place: the focus, what is opened, ticked, scrolled to and selected.

const SCROLLED = ".scroll, .doc, .diff, .cmd";
const REACHED = "a[href], button, input, select, textarea, summary, [tabindex]";

// What our scripts add to a page is added before it is compared, so that it makes no difference.
function prepare(page) {
  // Commands are for the address at which the node is seen here.
  for (const origin of page.querySelectorAll("[data-origin]")) origin.textContent = location.origin;
  for (const time of page.querySelectorAll("time[datetime]:not([data-local])")) {
    const at = new Date(time.dateTime);
    time.dataset.local = "";
    time.title = `${time.title}\n${at.toLocaleString(undefined, { dateStyle: "medium", timeStyle: "long" })}`;
  }
  for (const each of page.querySelectorAll("details[id]")) each.dataset.said = each.open;
}

// Says whether everything is in place: a part in which text is selected stays as it is.
function take(fresh) {
  prepare(fresh);
  let whole = true;
  for (const old of document.querySelectorAll("[data-live][id]")) {
    const now = fresh.getElementById(old.id);
    if (now === null || !now.hasAttribute("data-live")) continue;
    openAsBefore(now);
    if (old.isEqualNode(now)) continue;
    if (isSelected(old)) { whole = false; continue; }
    const kept = keep(old);
    old.replaceWith(document.adoptNode(now));
    give(now, kept);
  }
  document.dispatchEvent(new Event("refreshed"));
  return whole;
}

// What a person opened or closed stays so until the node says otherwise than it did.
function openAsBefore(now) {
  for (const each of now.querySelectorAll("details[id]")) {
    const old = document.getElementById(each.id);
    if (old?.dataset.said === each.dataset.said) each.open = old.open;
  }
}

function isSelected(part) {
  const selection = getSelection();
  return selection !== null && !selection.isCollapsed && selection.containsNode(part, true);
}

function keep(part) {
  return {
    ticked: new Set([...part.querySelectorAll("input:checked")].map((box) => box.value)),
    scrolled: [...part.querySelectorAll(SCROLLED)].map((each) => [each.scrollLeft, each.scrollTop]),
    focus: part.contains(document.activeElement) ? placeOf(document.activeElement, part) : null,
  };
}

function give(part, kept) {
  for (const box of part.querySelectorAll("input[type=checkbox]")) box.checked = kept.ticked.has(box.value);
  part.querySelectorAll(SCROLLED).forEach((each, index) => each.scrollTo(...(kept.scrolled[index] ?? [0, 0])));
  if (kept.focus !== null) found(kept.focus, part).focus({ preventScroll: true });
}

// Where the focus is: which element, and where it stands in its row and its part.
function placeOf(element, part) {
  const row = element.closest("[data-row]") ?? part;
  const name = nameOf(element);
  return {
    name,
    among: named(part, name).indexOf(element),
    kind: kindOf(element),
    row: row === part ? "" : nameOfRow(row),
    index: reached(row).indexOf(element),
    rowIndex: [...part.querySelectorAll("[data-row]")].indexOf(row),
  };
}

// The same element; else what stands at its place in the same row and does the same kind of thing,
// as Resume does after Pause; else the link of the row that is there now. Never another act: a key
// that was meant for the old one would do it.
function found(place, part) {
  const same = named(part, place.name);
  if (same.length > 0) return same[Math.min(place.among, same.length - 1)];
  const rows = [...part.querySelectorAll("[data-row]")];
  const row = place.row === "" ? part : rows.find((each) => nameOfRow(each) === place.row);
  const there = row && reached(row)[place.index];
  if (there && kindOf(there) === place.kind) return there;
  const near = row ?? rows[Math.min(place.rowIndex, rows.length - 1)] ?? part;
  return near.querySelector(".c-name a[href]") ?? near.querySelector("a[href], summary") ?? document.getElementById("main");
}

function reached(part) {
  return [...part.querySelectorAll(REACHED)];
}

function named(part, name) {
  return [part, ...reached(part)].filter((each) => nameOf(each) === name);
}

// What an element is about, which a newer page says of it as well.
function nameOf(element) {
  if (element.id) return `#${element.id}`;
  if (element.matches("summary")) return `summary of ${element.parentElement.id}`;
  const { act, filter, runs, post, copy } = element.dataset;
  return [element.tagName, element.getAttribute("href"), element.name, element.value, act, filter, runs, post, copy,
    element.getAttribute("aria-labelledby") ?? element.getAttribute("aria-label")].join("\n");
}

function kindOf(element) {
  const { act, post } = element.dataset;
  return `${element.tagName} ${act ?? (post ? "post" : "")}`;
}

function nameOfRow(row) {
  return row.dataset.row || row.dataset.run || row.querySelector("a[href]")?.getAttribute("href") || "";
}

// What the script that watches for changes uses; it is loaded after this one.
globalThis.parts = { prepare, take };
