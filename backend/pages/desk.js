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

/** Which list the focus is in; else the first of the page. */
const listOf = (element) => (element?.closest("[data-rows]") ?? document.querySelector("[data-rows]"))?.dataset.rows;

// What is read rather than looked at stays open from page to page, for whoever has opened it.
for (const words of document.querySelectorAll("details[data-kept]")) {
  const name = `bordenden-${words.dataset.kept}`;
  words.open ||= localStorage.getItem(name) === "open";
  words.addEventListener("toggle", () => localStorage.setItem(name, words.open ? "open" : "folded"));
}

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
    // What lay folded is opened to be filled in.
    if (button.matches("details[open] > summary")) button.nextElementSibling.querySelector("select, input:not([type=hidden])")?.focus();
  }
  event.preventDefault();
});
