// Keys for the desk. Each presses a button or a link that is there to be seen, by the letter in its `data-key`;
// without this script everything is still done by hand. Keys are off while one types, and can be switched off.
const STORED = "bordenden-desk-keys";
const toggle = document.querySelector("[data-keys-off]");
const isOn = () => localStorage.getItem(STORED) !== "off";

function say() {
  if (!toggle) return;
  toggle.hidden = false;
  toggle.setAttribute("aria-pressed", String(isOn()));
}

toggle?.addEventListener("click", () => {
  localStorage.setItem(STORED, isOn() ? "off" : "on");
  say();
});
say();

/** Moves the focus along the rows of a list: `step` is 1 or -1. */
function along(list, step) {
  const rows = [...document.querySelectorAll(`[data-rows="${list}"] [data-row]`)];
  if (rows.length === 0) return;
  const here = rows.findIndex((row) => row === document.activeElement || row.contains(document.activeElement));
  const chosen = rows.findIndex((row) => row.hasAttribute("aria-current"));
  const from = here >= 0 ? here : chosen;
  const next = rows[Math.min(rows.length - 1, Math.max(0, from + step))];
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}

/** Which list the focus is in: the people at the start, or the places beside them. */
const listOf = (element) => element?.closest("[data-rows]")?.dataset.rows ?? "people";

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !isOn()) return;
  const at = event.target;
  if (at instanceof HTMLElement && (at.isContentEditable || at.matches("input, select, textarea"))) {
    if (event.key === "Escape") at.blur();
    return;
  }
  const key = event.key.toLowerCase();
  const toEnd = document.documentElement.dir === "rtl" ? "arrowleft" : "arrowright";
  const toStart = toEnd === "arrowright" ? "arrowleft" : "arrowright";
  if (key === "j" || key === "k") along(listOf(document.activeElement), key === "j" ? 1 : -1);
  else if (key === toEnd) along("places", 0);
  else if (key === toStart) along("people", 0);
  else {
    // The nearest one counts: in the row that has the focus, else on the page.
    const named = `[data-key="${CSS.escape(key)}"]`;
    const row = document.activeElement?.closest("[data-row-of]") ?? document;
    const button = row.querySelector(named) ?? document.querySelector(named);
    if (!button) return;
    if (button.matches("input, select, textarea")) button.focus();
    else button.click();
  }
  event.preventDefault();
});

// What companies tell at their entrance reaches a desk that stands open: the line at the top is asked for again.
const ASK_EVERY = 10_000;
const strip = () => document.getElementById("new-signals");

async function askForSignals() {
  const old = strip();
  if (!old || document.hidden) return;
  try {
    const answer = await fetch(old.dataset.src, { redirect: "error" });
    if (!answer.ok) return;
    const read = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("new-signals");
    if (!read || read.innerHTML === old.innerHTML) return;
    // The element itself stays, so that a reader hears what is new in it.
    old.replaceChildren(...read.childNodes);
    old.dataset.n = read.dataset.n;
    const count = document.querySelector("[data-signals] [data-count]");
    if (count) count.textContent = read.dataset.n;
  } catch {
    // Without a connection the next time will do.
  }
}

if (strip()) {
  setInterval(askForSignals, ASK_EVERY);
  document.addEventListener("visibilitychange", askForSignals);
}
