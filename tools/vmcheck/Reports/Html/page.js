// SPDX-License-Identifier: GPL-2.0-only

const stories = [...document.querySelectorAll("section.story")].map((one) => new Story(one));
let shown;

/** Shows one trace of several. */
function select(story) {
  shown = story;
  for (const other of stories) {
    other.section.hidden = other !== story;
  }

  for (const link of document.querySelectorAll(".findings a")) {
    if (link.hash === `#${story.section.id}`) {
      link.setAttribute("aria-current", "true");
    } else {
      link.removeAttribute("aria-current");
    }
  }

  if (!story.open()) {
    story.resize();
  }
}

function selectNamed() {
  const named = stories.find((story) => `#${story.section.id}` === location.hash);
  if (named !== undefined) {
    select(named);
  }
}

const keys = [
  ["←  k", "one step back", (story) => story.go(story.state - 1), ["ArrowLeft", "k"]],
  ["→  j", "one step forward", (story) => story.go(story.state + 1), ["ArrowRight", "j"]],
  ["Home", "before the first call", (story) => story.go(0), ["Home"]],
  ["End", "the last step", (story) => story.go(story.timeline.steps), ["End"]],
  ["f", "the step that breaks the law", (story) => story.fail(), ["f"]],
  ["↑  ↓", "one step, in the calls", () => {}, []],
  ["?", "this list", () => showKeys(), ["?"]],
];

function press(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || shown === undefined
    || document.querySelector("dialog[open]") !== null) {
    return;
  }

  const isInCalls = event.target.closest?.(".trace") !== null;
  const down = { ArrowUp: "ArrowLeft", ArrowDown: "ArrowRight" };
  const key = isInCalls ? down[event.key] ?? event.key : event.key;
  const known = keys.find(([, , , names]) => names.includes(key));
  if (known !== undefined) {
    event.preventDefault();
    known[2](shown);
  }
}

function showKeys() {
  let dialog = document.querySelector("dialog");
  if (dialog === null) {
    const close = element("button", { type: "button" }, "Close");
    dialog = element("dialog", { "aria-labelledby": "keys-title" },
      element("h2", { id: "keys-title" }, "Keys"),
      element("dl", { class: "facts" }, ...keys.flatMap(([names, meaning]) =>
        [element("dt", {}, names), element("dd", {}, meaning)])),
      close);
    close.addEventListener("click", () => dialog.close());
    document.body.append(dialog);
  }

  dialog.showModal();
}

/** Copies the command beside a button; where that is not allowed, selects it. */
async function copy(button) {
  const code = button.parentElement.querySelector("code");
  let said = "Copied";
  try {
    await navigator.clipboard.writeText(code.textContent);
  } catch {
    getSelection().selectAllChildren(code);
    said = "Selected: press Ctrl+C";
  }

  button.textContent = said;
  document.getElementById("said").textContent = said;
  setTimeout(() => { button.textContent = "Copy"; }, 2000);
}

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
}

document.addEventListener("keydown", press);
window.addEventListener("hashchange", selectNamed);
window.addEventListener("resize", () => shown?.resize());
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => shown?.resize());
matchMedia("print").addEventListener("change", () => shown?.resize());
if (stories.length > 0) {
  select(stories[0]);
  selectNamed();
}

document.documentElement.dataset.ready = "yes";
