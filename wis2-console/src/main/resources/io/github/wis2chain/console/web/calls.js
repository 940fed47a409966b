// Calls of the REST API that change something. Each carries a key, so that the node does it once
// however often it is sent: the same act asked for again before it is answered, by a double click or
// after the network failed, has the same key. After a minute it is meant anew.

const CROSS_SITE = { "X-Wis2-Csrf": document.querySelector("meta[name=csrf]").content };

const ENDED = "Your session has ended, and this page is as it was then. Sign in again in another window, or reload this one.";

const SAME_ACT = 60000;

const keys = new Map();
const underWay = new Map();

// Also where a page came by plain http, where there is no crypto.randomUUID.
function fresh() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function post(path, body, type) {
  const act = `${path}\n${body ?? ""}`;
  if (!underWay.has(act)) underWay.set(act, send(act, path, body, type).finally(() => underWay.delete(act)));
  return underWay.get(act);
}

// The key of this act, if it failed to be answered a moment ago; else a new one.
function keyOf(act) {
  const failed = keys.get(act);
  keys.delete(act);
  return failed !== undefined && Date.now() - failed.at < SAME_ACT ? failed.key : fresh();
}

async function send(act, path, body, type) {
  const key = keyOf(act);
  const unanswered = () => keys.set(act, { key, at: Date.now() });
  const headers = { ...CROSS_SITE, "Idempotency-Key": key };
  if (type) headers["Content-Type"] = type;
  const answer = await fetch(path, { method: "POST", headers, body: body === undefined ? undefined : new Blob([body], { type: type ?? "" }) })
    .catch((failure) => { unanswered(); throw failure; });
  const told = await answer.json().catch(() => ({}));
  // A failure of the node is not kept by it, and what is under way has no answer yet: asked for
  // again, it is still the same act.
  if (answer.status >= 500 || told.code === "REQUEST_UNDER_WAY") unanswered();
  if (answer.ok) return { ...told, replayed: answer.headers.has("Idempotent-Replayed") };
  throw refusal(answer.status, told);
}

// Why the node did not do it, as it told.
function refusal(status, { code, detail }) {
  const text = code === "UNAUTHORIZED" ? ENDED : (detail ?? `The node answered ${status}.`);
  return Object.assign(new Error(text), { code });
}

// What the node shows, or makes of what it is given.
async function read(path, { headers, ...given } = {}) {
  const answer = await fetch(path, { ...given, headers: { ...CROSS_SITE, ...headers } });
  if (answer.redirected) throw new Error(ENDED);
  if (!answer.ok) throw refusal(answer.status, await answer.json().catch(() => ({})));
  return answer.text();
}

async function part(path, given) {
  return new DOMParser().parseFromString(await read(path, given), "text/html");
}

// What the other scripts use; they are loaded after this one.
globalThis.calls = {
  ENDED,
  read,
  part,
  post: (path, members) => post(path, members === undefined ? undefined : JSON.stringify(members), members === undefined ? undefined : "application/json"),
  postText: (path, text) => post(path, text),
};
