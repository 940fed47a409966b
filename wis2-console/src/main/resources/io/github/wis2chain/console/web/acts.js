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

const { post } = calls;

// An act whose first answer was lost on the way was done then.
function already(told) {
  return told.replayed ? " It was done when it was first asked for." : "";
}

const ACTS = {
  retry: { done: "back at work", title: "Retry", text: "Each goes on from the step that failed." },
  discard: { done: "discarded", member: "reason", title: "Discard", text: "What is discarded ends for good; its event is kept.", label: "Reason, kept with the run" },
  note: { done: "noted", member: "text", title: "Note", text: "", label: "Note, kept with the run" },
};

// Asks back; the answer is the text, `true` where none is asked for, and `undefined` for no.
function question({ title, text, label, wanted, yes }) {
  document.getElementById("ask-title").textContent = title;
  document.getElementById("ask-text").textContent = text;
  document.getElementById("ask-yes").textContent = yes;
  const answer = document.getElementById("ask-answer");
  answer.closest("label").hidden = label === undefined;
  document.getElementById("ask-label").textContent = label ?? "";
  answer.value = "";
  answer.required = wanted === true;
  ask.returnValue = "";
  ask.showModal();
  (label === undefined ? document.getElementById("ask-yes") : answer).focus();
  return new Promise((resolve) => {
    ask.addEventListener("close", () => {
      if (ask.returnValue !== "yes") resolve(undefined);
      else resolve(label === undefined ? true : answer.value.trim());
    }, { once: true });
  });
}

function about(act, count) {
  const { title, label, text } = ACTS[act];
  return question({ title: `${title} ${count.words}`, text: `${count.bound}${text}`, label, wanted: label !== undefined, yes: title });
}

// Either some runs by their ids, or all that a filter finds, which are counted before. The filters
// that pages offer are of failed runs.
async function perform(act, { sure, ...which }) {
  const { member, done } = ACTS[act];
  const order = { action: act, ...which };
  const one = which.runs?.length === 1;
  try {
    const count = one ? ONE : await counted(order, member ?? "text");
    if (count.none) { say(which.filter ? "No failed run matches." : "No run matches.", true); return; }
    if (member || count.many || sure) {
      const text = await about(act, count);
      if (text === undefined || text === "") return;
      if (member) order[member] = text;
    }
    if (one) {
      const told = await post(`/api/v1/runs/${which.runs[0]}/${act === "note" ? "notes" : act}`, member ? { [member]: order[member] } : undefined);
      say(`Run ${which.runs[0]} ${done}.${already(told)}`);
    } else {
      await all(count.edge ? { ...order, up_to: count.edge } : order, count.number, done);
    }
  } catch (problem) {
    say(problem.message, true);
  }
  document.dispatchEvent(new Event("changed"));
}

const ONE = { words: "this run", bound: "" };

// How many there are, and up to which run they were counted: what comes in later is not among them.
async function counted(order, member) {
  const { matched, more, up_to: edge } = await post("/api/v1/runs/actions", { ...order, [member]: "count", dry_run: true });
  const number = `${more ? "at least " : ""}${matched.toLocaleString("en")}`;
  const many = matched !== 1;
  return {
    none: matched === 0 && !more,
    many,
    number,
    edge,
    words: `${number} ${order.filter ? "failed " : ""}run${many ? "s" : ""}`,
    bound: edge ? "Events that come in after this count are left alone. " : "",
  };
}

async function all(order, count, done) {
  let passed = 0;
  let skipped = 0;
  let reason = "";
  let replayed = false;
  let before;
  do {
    const told = await post("/api/v1/runs/actions", before === undefined ? order : { ...order, before });
    passed += told.done;
    skipped += told.skipped;
    replayed ||= told.replayed;
    reason = told.stopped ?? told.reasons[0]?.reason ?? reason;
    before = told.stopped ? undefined : told.next ?? undefined;
    if (before) say(`${passed} of ${count} runs ${done} so far.`);
  } while (before);
  say(`${passed} of ${count} runs ${done}${skipped > 0 || passed === 0 ? `; ${skipped} left as they are: ${reason}` : ""}.${already({ replayed })}`, passed === 0);
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

// An act on a source, a dataset or a notification: asked back where it says so, with a reason where
// it takes one.
async function send({ post: path, done, ask: reasoned, sure, note }) {
  let body;
  if (reasoned) {
    const reason = await question({ title: reasoned, text: note, label: "Reason, for the audit (may be left out)", yes: "Pause" });
    if (reason === undefined) return;
    if (reason !== "") body = { reason };
  } else if (sure && (await question({ title: sure, text: note, yes: sure })) === undefined) {
    return;
  }
  try {
    say(done + already(await post(path, body)));
  } catch (problem) {
    say(problem.message, true);
  }
  document.dispatchEvent(new Event("changed"));
}

// The clipboard is there on https and on this machine; elsewhere the text is selected.
async function copy(part) {
  const lines = part.textContent.split("\n").map((line) => line.trim()).filter((line) => line !== "").join("\n");
  try {
    await navigator.clipboard.writeText(lines);
    say("Copied.");
  } catch {
    getSelection().selectAllChildren(part);
    say("Selected: copy it with the keyboard.");
  }
}

document.addEventListener("click", async (click) => {
  const button = click.target.closest("[data-act], [data-post], [data-copy], #unselect");
  if (button === null) return;
  if (button.id === "unselect") {
    for (const box of document.querySelectorAll("input[name=run]:checked")) box.checked = false;
    showSelection();
  } else if (button.dataset.copy) {
    await copy(document.getElementById(button.dataset.copy));
  } else if (button.dataset.post) {
    await send(button.dataset);
  } else {
    const { act, filter, runs, sure } = button.dataset;
    if (filter) await perform(act, { sure: sure !== undefined, filter: JSON.parse(filter) });
    else await perform(act, { runs: "selected" in button.dataset ? selected() : runs.split(" ") });
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
    const fresh = await calls.part(get ? `${form.action}?${values}` : form.action, get ? {} : { method: "POST", body: values });
    const part = fresh.getElementById(form.dataset.swap);
    if (part === null) throw new Error("What was answered is not a page of the node.");
    document.getElementById(form.dataset.swap).replaceWith(document.adoptNode(part));
    // On a phone it may stand below what is seen.
    part.scrollIntoView({ block: "nearest" });
  } catch (problem) {
    say(problem.message, true);
  }
});
