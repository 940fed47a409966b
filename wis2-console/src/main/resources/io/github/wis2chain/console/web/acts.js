// What people do to runs and sources: through the REST API, one act after the other, with one
// sentence on how it went.

const said = document.getElementById("said");
const ask = document.getElementById("ask");

function say(text, fault = false) {
  const line = document.createElement("p");
  line.textContent = text;
  line.className = fault ? "no" : "ok";
  said.replaceChildren(line);
  clearTimeout(say.timer);
  if (!fault) say.timer = setTimeout(() => said.replaceChildren(), 8000);
}

// What a session shows with what changes something.
const CROSS_SITE = { "X-Wis2-Csrf": document.querySelector("meta[name=csrf]").content };

async function post(path, body) {
  const headers = { ...CROSS_SITE };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const answer = await fetch(path, { method: "POST", headers, body: body === undefined ? undefined : JSON.stringify(body) });
  if (answer.ok) return answer.json();
  const problem = await answer.json().catch(() => ({ detail: `The node answered ${answer.status}.` }));
  throw new Error(problem.detail);
}

const ACTS = {
  retry: { done: "back at work" },
  discard: { done: "discarded", member: "reason", title: "Discard", label: "Reason, kept with the run" },
  note: { done: "noted", member: "text", title: "Note", label: "Note, kept with the run" },
};

function question(act, count) {
  const { title, label } = ACTS[act];
  document.getElementById("ask-title").textContent = `${title} ${count === 1 ? "this run" : `${count} runs`}`;
  document.getElementById("ask-text").textContent = act === "discard" ? "It ends for good; its event is kept." : "";
  document.getElementById("ask-label").textContent = label;
  document.getElementById("ask-yes").textContent = title;
  const answer = document.getElementById("ask-answer");
  answer.closest("label").hidden = false;
  answer.value = "";
  answer.required = true;
  ask.returnValue = "";
  ask.showModal();
  answer.focus();
  return new Promise((resolve) => {
    ask.addEventListener("close", () => resolve(ask.returnValue === "yes" ? answer.value.trim() : ""), { once: true });
  });
}

// Either some runs by their ids, or all that a filter finds, which are counted before.
async function perform(act, chosen) {
  const { member, done } = ACTS[act];
  const order = { action: act, ...chosen };
  try {
    if (act === "retry" && chosen.filter && !chosen.filter.state) order.filter = { ...chosen.filter, state: "failed" };
    const one = chosen.runs?.length === 1;
    const count = one ? 1 : (await post("/api/v1/runs/actions", { ...order, [member ?? "text"]: "count", dry_run: true })).matched;
    if (count === 0) { say("No run matches.", true); return; }
    if (member) {
      const text = await question(act, count);
      if (text === "") return;
      order[member] = text;
    } else if (count > 1 && !(await sure(`Retry ${count.toLocaleString("en")} runs?`))) {
      return;
    }
    if (one) {
      await post(`/api/v1/runs/${chosen.runs[0]}/${act === "note" ? "notes" : act}`, member ? { [member]: order[member] } : undefined);
      say(`Run ${chosen.runs[0]} ${done}.`);
    } else {
      await all(order, count, done);
    }
  } catch (problem) {
    say(problem.message, true);
  }
  document.dispatchEvent(new Event("changed"));
}

async function all(order, count, done) {
  let passed = 0;
  let skipped = 0;
  let reason = "";
  let before;
  do {
    const told = await post("/api/v1/runs/actions", before === undefined ? order : { ...order, before });
    passed += told.done;
    skipped += told.skipped;
    reason = told.stopped ?? told.reasons[0]?.reason ?? reason;
    before = told.stopped ? undefined : told.next ?? undefined;
    if (before) say(`${passed} of ${count} runs ${done} so far.`);
  } while (before);
  say(`${passed} of ${count} runs ${done}${skipped > 0 || passed === 0 ? `; ${skipped} left as they are: ${reason}` : ""}.`, passed === 0);
}

function sure(text) {
  document.getElementById("ask-title").textContent = text;
  document.getElementById("ask-text").textContent = "Each goes on from the step that failed.";
  document.getElementById("ask-label").parentElement.hidden = true;
  document.getElementById("ask-answer").required = false;
  document.getElementById("ask-yes").textContent = "Retry";
  ask.returnValue = "";
  ask.showModal();
  document.getElementById("ask-yes").focus();
  return new Promise((resolve) => {
    ask.addEventListener("close", () => resolve(ask.returnValue === "yes"), { once: true });
  });
}

function selected() {
  return [...document.querySelectorAll("input[name=run]:checked")].map((box) => box.value);
}

function showSelection() {
  const bar = document.getElementById("selection");
  if (bar === null) return;
  const count = selected().length;
  bar.hidden = count === 0;
  document.getElementById("selected").textContent = count;
}

document.addEventListener("click", async (click) => {
  const button = click.target.closest("[data-act], [data-post], #unselect");
  if (button === null) return;
  if (button.id === "unselect") {
    for (const box of document.querySelectorAll("input[name=run]:checked")) box.checked = false;
    showSelection();
  } else if (button.dataset.post) {
    try {
      await post(button.dataset.post);
      say(button.dataset.done);
      document.dispatchEvent(new Event("changed"));
    } catch (problem) {
      say(problem.message, true);
    }
  } else {
    const { act, filter, runs } = button.dataset;
    await perform(act, filter ? { filter: JSON.parse(filter) } : { runs: "selected" in button.dataset ? selected() : runs.split(" ") });
  }
});

document.addEventListener("change", (change) => {
  if (change.target.id === "all") {
    for (const box of document.querySelectorAll("input[name=run]")) box.checked = change.target.checked;
  }
  if (change.target.name === "run" || change.target.id === "all") showSelection();
});
document.addEventListener("refreshed", showSelection);
document.addEventListener("act", (wanted) => { if (wanted.detail.runs.length > 0) perform(wanted.detail.act, { runs: wanted.detail.runs }); });
document.addEventListener("say", (words) => say(words.detail.text, words.detail.fault));

// Forms whose answer is a part of the page that they stand in.
document.addEventListener("submit", async (submit) => {
  const form = submit.target.closest("form[data-swap]");
  if (form === null) return;
  submit.preventDefault();
  const values = new URLSearchParams(new FormData(form));
  const get = form.method === "get";
  try {
    const answer = await fetch(get ? `${form.action}?${values}` : form.action, get ? {} : { method: "POST", headers: CROSS_SITE, body: values });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const part = fresh.getElementById(form.dataset.swap);
    if (part === null) throw new Error(`The node answered ${answer.status}.`);
    document.getElementById(form.dataset.swap).replaceWith(document.adoptNode(part));
  } catch (problem) {
    say(problem.message, true);
  }
});
