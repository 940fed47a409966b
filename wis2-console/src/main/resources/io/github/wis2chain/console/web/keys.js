// The keyboard. The row in hand is the one whose link has the focus, so that everything else that
// knows the focus knows it too.

const PLACES = { o: "/", n: "/needs-you", r: "/runs", p: "/published", t: "/tools" };
const help = document.getElementById("help");
let leader = 0;

function rows() {
  return [...document.querySelectorAll("[data-row]")].filter((row) => row.querySelector("a[href]") !== null);
}

function current() {
  return document.activeElement?.closest("[data-row]") ?? null;
}

function step(by) {
  const all = rows();
  if (all.length === 0) return;
  const at = all.indexOf(current());
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by));
  handle(all[next]).focus();
  all[next].scrollIntoView({ block: "nearest" });
}

// Where the keyboard stands in a row.
function handle(row) {
  return row.querySelector(".c-name a[href], .sample a[href]") ?? row.querySelector("a[href]");
}

function retry() {
  const looking = document.getElementById("looking");
  if (looking !== null) {
    document.dispatchEvent(new CustomEvent("say", { detail: { text: looking.textContent, fault: true } }));
    return;
  }
  // A row that stands for many runs has a button of its own.
  const many = current()?.querySelector("[data-act=retry]");
  if (many) many.click();
  else document.dispatchEvent(new CustomEvent("act", { detail: { act: "retry", runs: inHand() } }));
}

function inHand() {
  const ticked = [...document.querySelectorAll("input[name=run]:checked")].map((box) => box.value);
  if (ticked.length > 0) return ticked;
  const one = (current() ?? document.getElementById("runhead"))?.dataset;
  return one?.retry ? [one.run] : [];
}

function act(key) {
  switch (key) {
    case "j": step(1); return true;
    case "k": step(-1); return true;
    case "/": {
      const search = document.querySelector("input[type=search]");
      if (search === null) { location.href = "/runs#q"; } else { search.focus(); search.select?.(); }
      return true;
    }
    case "r": retry(); return true;
    case "x": {
      const box = current()?.querySelector("input[name=run]");
      box?.click();
      return true;
    }
    case "e": {
      if (document.getElementById("edit") !== null) document.dispatchEvent(new Event("edit"));
      else if (current()?.dataset.run) location.href = `/runs/${current().dataset.run}#edit`;
      return true;
    }
    case "?": help.showModal(); return true;
    case "g": leader = Date.now(); return true;
    default: return false;
  }
}

document.addEventListener("keydown", (press) => {
  const typing = press.target.closest("input:not([type=checkbox]), textarea, select, dialog");
  if (press.ctrlKey || press.metaKey || press.altKey || typing !== null) return;
  if (Date.now() - leader < 1500 && PLACES[press.key]) {
    location.href = PLACES[press.key];
    return;
  }
  if (act(press.key)) press.preventDefault();
});
document.getElementById("keys").addEventListener("click", () => help.showModal());
if (location.hash === "#q") document.getElementById("q")?.focus();
