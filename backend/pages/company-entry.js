// <company-entry lang="da"><a href="https://…/company-entry">…</a></company-entry>: the companies' entrance in a page of
// another site. The form and its words come from the server that this module came from, or from the one that `src`
// names. Nothing is stored and no cookie is sent. Until the form is there, and where it cannot be, the link in the
// element stands. Needs of the page's policy: that origin in script-src and connect-src.

const HOME = new URL(import.meta.url).origin;
const policy = globalThis.trustedTypes?.createPolicy("company-entry", { createHTML: (html) => html });
const sheets = new Map();

/** The style of the form, fetched once for each server. */
async function sheetOf(base) {
  if (!sheets.has(base)) {
    const sheet = new CSSStyleSheet();
    const text = await ask(new URL("/company-entry.css", base));
    sheets.set(base, await sheet.replace(await text.text()));
  }
  return sheets.get(base);
}

async function ask(url, more = {}) {
  const answer = await fetch(url, { ...more, credentials: "omit", referrerPolicy: "no-referrer" });
  if (!answer.ok && !more.method) throw new Error(String(answer.status));
  return answer;
}

class CompanyEntry extends HTMLElement {
  static observedAttributes = ["lang", "src"];
  #root = this.attachShadow({ mode: "open" });
  #turn = 0;

  connectedCallback() {
    this.#show();
  }

  attributeChangedCallback(name, before, after) {
    if (before !== after && this.isConnected) this.#show();
  }

  get #base() {
    return new URL(this.getAttribute("src") || HOME, document.baseURI).origin;
  }

  get #lang() {
    return (this.closest("[lang]")?.lang || "da").replace(/^(da|en)-(?!XA).*/i, "$1");
  }

  /** Fetches the form in its language; what has been written in it so far is put into the new one. */
  async #show() {
    const turn = ++this.#turn;
    const written = this.#form && new FormData(this.#form);
    if (!this.#root.firstChild) this.#root.append(document.createElement("slot"));
    try {
      const url = new URL(`/company-entry/form?lang=${encodeURIComponent(this.#lang)}`, this.#base);
      const [sheet, answer] = await Promise.all([sheetOf(this.#base), ask(url)]);
      const html = await answer.text();
      if (turn !== this.#turn) return;
      this.#root.adoptedStyleSheets = [sheet];
      this.#root.innerHTML = policy ? policy.createHTML(html) : html;
      if (written) this.#fill(written);
      this.#form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.#send();
      });
    } catch {
      // The link in the element is still there.
    }
  }

  get #form() {
    return this.#root.querySelector("form");
  }

  #fill(written) {
    for (const field of this.#form.elements) {
      if (!field.name || field.name === "pass") continue;
      if (field.matches("[type=checkbox], [type=radio]")) field.checked = written.getAll(field.name).includes(field.value);
      else if (written.has(field.name)) field.value = written.get(field.name);
    }
  }

  #signal(data) {
    const text = (name) => data.get(name) ?? "";
    const named = (start) => [...data.keys()].filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
    const texts = ["other_task", "must", "nice", "place", "name", "phone", "not_when"];
    const times = named("at-").map((at) => at.split("-")).map(([day, part]) => ({ day, part }));
    return {
      ...Object.fromEntries(texts.map((name) => [name, text(name)])),
      about: text("about"),
      tasks: named("task-").map(Number),
      times,
      can_move: text("can_move") === "yes",
      kinds: named("kind-"),
    };
  }

  async #send() {
    const form = this.#form;
    const button = form.querySelector("button");
    const data = new FormData(form);
    const body = JSON.stringify({ pass: data.get("pass"), website: data.get("website"), signal: this.#signal(data) });
    button.disabled = true;
    try {
      const url = new URL(`/api/signals?lang=${encodeURIComponent(this.#lang)}`, this.#base);
      const answer = await ask(url, { method: "POST", headers: { "content-type": "application/json" }, body });
      const told = await answer.json();
      if (!answer.ok) return this.#refuse(told.detail ?? told.title, told.pass);
      form.hidden = true;
      const thanks = this.#root.querySelector("#entry-thanks");
      thanks.hidden = false;
      thanks.focus();
      const detail = { signalId: told.signal_id };
      this.dispatchEvent(new CustomEvent("company-entry-sent", { detail, bubbles: true, composed: true }));
    } catch {
      this.#refuse(form.dataset.offline);
    } finally {
      button.disabled = false;
    }
  }

  /** Says what to do above the form. All that was written stays. */
  #refuse(words, pass) {
    if (pass) this.#form.elements.pass.value = pass;
    const box = this.#root.querySelector("#entry-refused");
    this.#form.elements.website.value = "";
    box.textContent = words;
    box.hidden = false;
    box.scrollIntoView({ block: "center" });
  }
}

if (!customElements.get("company-entry")) customElements.define("company-entry", CompanyEntry);
