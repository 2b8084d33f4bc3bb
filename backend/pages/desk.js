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

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

/** Moves the focus along the rows of a list: `step` is 1 or -1. Says whether there is such a list. */
function along(list, step) {
  const rows = [...document.querySelectorAll(`[data-rows="${list}"] [data-row]`)];
  if (rows.length === 0) return false;
  const here = rows.findIndex((row) => row === document.activeElement || row.contains(document.activeElement));
  const chosen = rows.findIndex((row) => row.hasAttribute("aria-current"));
  const from = here >= 0 ? here : chosen;
  const next = rows[Math.min(rows.length - 1, Math.max(0, from + step))];
  next.focus();
  next.scrollIntoView({ block: "nearest" });
  return true;
}

/**
 * What a key presses: in the row that has the focus, else in the row that lies open, else beside all rows. Another row's
 * button is never pressed, and nothing that lies folded away.
 */
function buttonOf(key) {
  const named = [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].filter((one) => one.checkVisibility());
  const row = document.activeElement?.closest("[data-row-of]") ?? document.querySelector("[data-row-of][data-open]");
  return named.find((one) => row?.contains(one)) ?? named.find((one) => !one.closest("[data-row-of]"));
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
  // An arrow that leads nowhere here scrolls, as everywhere.
  if (key === "j" || key === "k") along(listOf(document.activeElement), key === "j" ? 1 : -1);
  else if (key === toEnd || key === toStart) {
    if (!along(key === toEnd ? "places" : "people", 0)) return;
  } else {
    const button = buttonOf(key);
    if (!button) return;
    if (button.matches("input, select, textarea")) {
      button.focus();
      // What stands there is written over, or kept.
      button.select?.();
    } else button.click();
    // What lay folded is opened to be filled in.
    if (button.matches("details[open] > summary")) button.nextElementSibling.querySelector("select, input:not([type=hidden])")?.focus();
  }
  event.preventDefault();
});
