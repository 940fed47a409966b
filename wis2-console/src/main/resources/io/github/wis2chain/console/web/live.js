// Keeps the page as the node is: when something changes, the same page is asked for again and what
// differs in it is put in the place of the old. The clock is here as well.

// A page that is long in coming is asked for less often: for at most one part in fifty of the time
// a page is waited for, so that looking at a busy node does not make it slower.
const PAUSE = 1000;
const LONGEST_PAUSE = 5000;
const SHARE = 50;
const WITHOUT_STREAM = 10000;

let due = null;
let asking = false;
let again = false;
let last = 0;
let pause = PAUSE;
let ended = false;
let pressed = false;
let left = false;
let began = false;

// A part that is put anew between press and release would take the click away.
function busy() {
  return document.hidden || pressed || document.querySelector("dialog[open]") !== null;
}

function soon() {
  if (due !== null) return;
  due = setTimeout(() => { due = null; refresh(); }, Math.max(100, last + pause - Date.now()));
}

async function refresh() {
  if (asking || busy()) { again = true; return; }
  asking = true;
  again = false;
  last = Date.now();
  try {
    // That a page was left open keeps no session alive.
    const answer = await fetch(location.href, { headers: { Accept: "text/html", "X-Wis2-Unattended": "true" } });
    if (answer.redirected) { signedOut(); return; }
    const text = await answer.text();
    pause = Math.min(LONGEST_PAUSE, Math.max(PAUSE, (Date.now() - last) * SHARE));
    // What the node does not show is not known to be as it was.
    document.body.classList.toggle("stale", !answer.ok);
    if (!answer.ok) return;
    show(new DOMParser().parseFromString(text, "text/html"));
    ended = false;
  } catch {
    document.body.classList.add("stale");
  } finally {
    asking = false;
    if (again) soon();
  }
}

function show(fresh) {
  if (busy()) again = true;
  else left = !parts.take(fresh);
}

// Nothing is thrown away: there may be an event in the editor.
function signedOut() {
  if (ended) return;
  ended = true;
  document.dispatchEvent(new CustomEvent("say", { detail: { text: calls.ENDED, fault: true } }));
  document.body.classList.add("stale");
}

function tick() {
  const clock = document.getElementById("clock");
  clock.textContent = `${new Date().toISOString().slice(11, 19)} UTC`;
}

// When the stream begins anew, what was told in between was not heard.
function heard(what) {
  if (what === "changed" || began) soon();
  began = true;
}

// The stream that all pages of this browser share.
function shared() {
  const worker = new SharedWorker(document.querySelector("meta[name=stream]").content);
  worker.port.addEventListener("message", (said) => heard(said.data));
  worker.port.start();
  return { join: () => worker.port.postMessage("join"), leave: () => worker.port.postMessage("leave") };
}

// A stream of this page, where a browser has no workers that are shared.
function own() {
  let stream = null;
  return {
    join() {
      if (stream !== null && stream.readyState !== EventSource.CLOSED) return;
      stream = new EventSource("/api/v1/changes");
      for (const kind of ["summary", "bulk", "source", "dataset", "part"]) stream.addEventListener(kind, () => heard("changed"));
      stream.addEventListener("open", () => heard("open"));
    },
    leave() {
      stream?.close();
      stream = null;
    },
  };
}

function stream() {
  try {
    return shared();
  } catch {
    return own();
  }
}

// A page that is not looked at holds no connection, and asks anew when it is looked at.
function listen() {
  const changes = stream();
  const look = () => { if (document.hidden) changes.leave(); else changes.join(); };
  look();
  document.addEventListener("visibilitychange", look);
  addEventListener("pageshow", look);
  addEventListener("pagehide", () => changes.leave());
  // Ages go on growing while nothing happens, and a proxy may hold the stream back.
  setInterval(() => { began = true; look(); soon(); }, WITHOUT_STREAM);
}

for (const kind of ["pointerdown", "pointerup", "pointermove", "pointercancel"]) {
  addEventListener(kind, (pointer) => {
    pressed = pointer.buttons !== 0;
    if (!pressed && again) soon();
  }, { capture: true, passive: true });
}
document.addEventListener("visibilitychange", () => { if (!document.hidden) soon(); });
document.addEventListener("selectionchange", () => { if (left && getSelection().isCollapsed) soon(); });
document.addEventListener("changed", soon);
document.addEventListener("close", () => { if (again) soon(); }, true);
parts.prepare(document);
setInterval(tick, 1000);
listen();
