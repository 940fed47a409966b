// One connection to the changes for all pages of a browser. Over HTTP/1.1 a browser has six to a
// host: were each page to hold one, the seventh could neither be loaded nor act.

const KINDS = ["summary", "bulk", "source", "dataset", "part"];
const PAUSE = 10000;

// Those that are seen: a page that is hidden asks anew when it is looked at.
const pages = new Set();
let stream = null;

function tell(what) {
  for (const page of pages) page.postMessage(what);
}

function open() {
  if (pages.size === 0 || stream !== null) return;
  stream = new EventSource("/api/v1/changes");
  for (const kind of KINDS) stream.addEventListener(kind, () => tell("changed"));
  stream.addEventListener("open", () => tell("open"));
  // A browser goes on by itself, unless it was refused: the session has ended, or too many listen.
  stream.addEventListener("error", () => {
    if (stream?.readyState !== EventSource.CLOSED) return;
    stream = null;
    setTimeout(open, PAUSE);
  });
}

function leave(page) {
  pages.delete(page);
  if (pages.size > 0) return;
  stream?.close();
  stream = null;
}

addEventListener("connect", (coming) => {
  const page = coming.ports[0];
  page.addEventListener("message", (said) => {
    if (said.data === "leave") { leave(page); return; }
    pages.add(page);
    open();
  });
  page.start();
});
