// Calls of the REST API that change something. Each carries a key, so that the node does it once
// however often it is sent: the same act asked for again before it is answered, by a double click or
// after the network failed, has the same key.

const CROSS_SITE = { "X-Wis2-Csrf": document.querySelector("meta[name=csrf]").content };

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

async function send(act, path, body, type) {
  if (!keys.has(act)) keys.set(act, fresh());
  const headers = { ...CROSS_SITE, "Idempotency-Key": keys.get(act) };
  if (type) headers["Content-Type"] = type;
  const answer = await fetch(path, { method: "POST", headers, body: body === undefined ? undefined : new Blob([body], { type: type ?? "" }) });
  const told = await answer.json().catch(() => ({ detail: `The node answered ${answer.status}.` }));
  // A failure of the node is not kept by it, and what is under way has no answer yet: asked for
  // again, it is still the same act.
  if (answer.status < 500 && told.code !== "REQUEST_UNDER_WAY") keys.delete(act);
  if (answer.ok) return told;
  const refusal = new Error(told.detail);
  refusal.code = told.code;
  throw refusal;
}

// What the other scripts use; they are loaded after this one.
globalThis.calls = {
  crossSite: CROSS_SITE,
  post: (path, members) => post(path, members === undefined ? undefined : JSON.stringify(members), members === undefined ? undefined : "application/json"),
  postText: (path, text) => post(path, text),
};
