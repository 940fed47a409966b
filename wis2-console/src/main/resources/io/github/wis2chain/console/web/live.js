// Keeps the page as the node is: when something changes, the same page is asked for again and what
// differs in it is put in the place of the old. Clock and local times are here as well.

const PAUSE = 1000;
const WITHOUT_STREAM = 10000;

let due = null;
let asking = false;
let again = false;
let last = 0;
let ended = false;

function busy() {
  return document.hidden || document.querySelector("dialog[open]") !== null;
}

function soon() {
  if (due !== null) return;
  due = setTimeout(() => { due = null; refresh(); }, Math.max(100, last + PAUSE - Date.now()));
}

async function refresh() {
  if (asking || busy()) { again = true; return; }
  asking = true;
  again = false;
  last = Date.now();
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (answer.redirected) { signedOut(); return; }
    if (answer.ok) take(new DOMParser().parseFromString(await answer.text(), "text/html"));
    document.body.classList.remove("stale");
    ended = false;
  } catch {
    document.body.classList.add("stale");
  } finally {
    asking = false;
    if (again) soon();
  }
}

// Nothing is thrown away: there may be an event in the editor.
function signedOut() {
  if (ended) return;
  ended = true;
  document.dispatchEvent(new CustomEvent("say", { detail: { text: "Your session has ended, and this page is as it was then. Sign in again in another window, or reload this one.", fault: true } }));
  document.body.classList.add("stale");
}

function take(fresh) {
  origins(fresh);
  for (const old of document.querySelectorAll("[data-live][id]")) {
    const now = fresh.getElementById(old.id);
    if (now === null || !now.hasAttribute("data-live") || old.isEqualNode(now)) continue;
    const kept = keep(old);
    old.replaceWith(document.adoptNode(now));
    give(now, kept);
  }
  localHints();
  document.dispatchEvent(new Event("refreshed"));
}

// What the person did to the old part: boxes ticked, details opened, the element that has the focus.
function keep(part) {
  const focus = part.contains(document.activeElement) ? document.activeElement : null;
  return {
    ticked: [...part.querySelectorAll("input:checked")].map((box) => box.value),
    open: new Map([...part.querySelectorAll("details[id]")].map((each) => [each.id, each.open])),
    href: focus?.getAttribute("href"),
    id: focus?.id,
    value: focus?.value,
  };
}

function give(part, kept) {
  for (const box of part.querySelectorAll("input[type=checkbox]")) box.checked = kept.ticked.includes(box.value);
  for (const each of part.querySelectorAll("details[id]")) each.open = kept.open.get(each.id) ?? each.open;
  const focus = kept.id
    ? document.getElementById(kept.id)
    : [...part.querySelectorAll("a[href], input")].find((each) => kept.href ? each.getAttribute("href") === kept.href : kept.value && each.value === kept.value);
  if (kept.id || kept.href || kept.value) focus?.focus({ preventScroll: true });
}

// Commands are for the address at which the node is seen here.
function origins(part) {
  for (const origin of part.querySelectorAll("[data-origin]")) origin.textContent = location.origin;
}

function localHints() {
  for (const time of document.querySelectorAll("time[datetime]:not([data-local])")) {
    const at = new Date(time.dateTime);
    time.dataset.local = "";
    time.title = `${time.title}\n${at.toLocaleString(undefined, { dateStyle: "medium", timeStyle: "long" })}`;
  }
}

function tick() {
  const clock = document.getElementById("clock");
  clock.textContent = `${new Date().toISOString().slice(11, 19)} UTC`;
}

function listen() {
  const stream = new EventSource("/api/v1/changes");
  for (const kind of ["summary", "bulk", "source", "dataset", "part"]) stream.addEventListener(kind, soon);
  stream.addEventListener("open", () => { if (last > 0) soon(); last ||= Date.now(); });
  addEventListener("pagehide", () => stream.close());
  // Ages go on growing while nothing happens, and a proxy may hold the stream back.
  setInterval(soon, WITHOUT_STREAM);
}

document.addEventListener("visibilitychange", () => { if (!document.hidden && again) soon(); });
document.addEventListener("changed", soon);
document.addEventListener("close", () => { if (again) soon(); }, true);
origins(document);
localHints();
setInterval(tick, 1000);
listen();
