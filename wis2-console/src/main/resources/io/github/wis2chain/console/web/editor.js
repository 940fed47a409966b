// The editor of an event: judged by the node as one types, tried with everything but sending, sent
// as a new run that is linked to the old.

const section = document.getElementById("edit");
if (section !== null) begin(section);

// The button is put anew when the run changes, and may be there before the editor is: a run that has
// just ended can be edited, one at work cannot.
document.addEventListener("click", (click) => {
  if (click.target.closest("#to-edit") === null) return;
  click.preventDefault();
  if (section !== null) {
    document.dispatchEvent(new Event("edit"));
  } else {
    location.hash = "edit";
    location.reload();
  }
});

function begin(edit) {
  const text = document.getElementById("text");
  const gutter = edit.querySelector(".gutter");
  const trial = document.getElementById("trial");
  const send = document.getElementById("send");
  const run = edit.dataset.run;
  let timer;
  let asked = 0;
  let force = false;

  // The event comes once, when it is to be edited: it may be large.
  let filled = null;
  function fill() {
    filled ??= calls.read(`/runs/${run}/text`).then((event) => {
      text.value = event;
      text.readOnly = false;
    }).catch((problem) => { filled = null; throw problem; });
    return filled;
  }

  function lines(marks = new Map()) {
    const count = text.value.split("\n").length;
    gutter.replaceChildren(...Array.from({ length: count }, (_, index) => {
      const line = document.createElement("span");
      line.textContent = index + 1;
      line.className = marks.get(index + 1) ?? "";
      return line;
    }));
    gutter.scrollTop = text.scrollTop;
  }

  // Judging changes nothing. Without a media type, here and when it is sent: what the event's sender
  // said of it stays as it was.
  function judged(links) {
    return calls.part(`/runs/${run}/try?links=${links}`, { method: "POST", body: new Blob([text.value]) });
  }

  async function judge(links) {
    // What is asked for now counts, not what was going to be.
    clearTimeout(timer);
    const mine = ++asked;
    trial.classList.add("asking");
    try {
      await fill();
      const fresh = await judged(links);
      if (mine !== asked) return;
      trial.replaceChildren(...[...fresh.body.childNodes].map((each) => document.adoptNode(each)));
      const marks = new Map();
      for (const place of [...trial.querySelectorAll("[data-line]")].reverse()) {
        marks.set(Number(place.dataset.line), place.closest("li").className);
      }
      lines(marks);
    } catch (problem) {
      if (mine === asked) trial.textContent = problem.message;
    } finally {
      if (mine === asked) trial.classList.remove("asking");
    }
  }

  function typed() {
    force = false;
    send.textContent = "Send";
    lines();
    clearTimeout(timer);
    timer = setTimeout(() => judge(false), 350);
  }

  function goTo(line) {
    const before = text.value.split("\n").slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    const end = text.value.indexOf("\n", before);
    text.focus();
    text.setSelectionRange(before, end < 0 ? text.value.length : end);
    text.scrollTop = (line - 4) * parseFloat(getComputedStyle(text).lineHeight);
  }

  async function submit() {
    send.disabled = true;
    try {
      await fill();
      const told = await calls.postText(`/api/v1/runs/${run}/edit?${force ? "force" : "check"}=true`, text.value);
      location.href = `/runs/${told.run_id}`;
    } catch (problem) {
      if (problem.code === "EVENT_DOES_NOT_CONFORM") {
        force = true;
        send.textContent = "Send anyway";
        await judge(false);
      }
      document.dispatchEvent(new CustomEvent("say", { detail: { text: problem.message, fault: true } }));
    } finally {
      send.disabled = false;
    }
  }

  async function open() {
    edit.hidden = false;
    edit.scrollIntoView({ block: "start" });
    // Why it cannot be had is told by the judge.
    await fill().catch(() => {});
    lines();
    text.focus({ preventScroll: true });
    text.setSelectionRange(0, 0);
    judge(false);
  }

  text.addEventListener("input", typed);
  text.addEventListener("scroll", () => { gutter.scrollTop = text.scrollTop; });
  document.getElementById("try").addEventListener("click", () => judge(true));
  send.addEventListener("click", submit);
  document.getElementById("leave").addEventListener("click", () => { edit.hidden = true; document.getElementById("to-edit")?.focus(); });
  document.addEventListener("edit", open);
  trial.addEventListener("click", (click) => {
    const place = click.target.closest("[data-line]");
    if (place === null) return;
    click.preventDefault();
    goTo(Number(place.dataset.line));
  });
  // After the browser has gone to the place that the address names, which takes the focus away.
  if (location.hash === "#edit") addEventListener("load", () => setTimeout(open, 50));
}
