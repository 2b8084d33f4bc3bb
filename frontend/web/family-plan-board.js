// <family-plan-board>: the loader. Defines the element, shows the plan as plain HTML until the board
// is ready, and fetches the rest from the folder beside it.
//
// What must stay true: nothing is asked of an origin that the page did not name; no <style>, no style
// attribute, no inline script; one wasm instance for all boards of a page; when anything fails, the
// plain HTML stays to be read.

const TAG = 'family-plan-board';
const BUILD = '__BUILD__';
const LOCALES = ['da', 'en', 'en-XA', 'ar-XB'];
const FIRST_LOCALE = 'da';
/** How often a page starts a fresh instance after a panic. */
const FRESH_STARTS = 2;
const RECOVERABLE = new Set(['wasm-network', 'wasm-panic']);

/** One of the codes in family-plan-board.d.ts. */
class Failure extends Error {
  constructor(code, cause) {
    super(code, { cause });
    this.code = code;
  }
}

class FamilyPlanBoard extends HTMLElement {
  static version = BUILD;
  static observedAttributes = ['plan', 'src', 'lang', 'dir', 'mode', 'readonly', 'color-scheme', 'theme'];

  #root = this.attachShadow({ mode: 'open' });
  #fallback = element('slot');
  #message = element('p', { part: 'message', class: 'message', role: 'status' });
  #div = null;
  #live = null;
  #icons = null;
  #pictures = null;
  #assets = null;
  #mounted = null;
  #giveUp = null;
  #token;
  #state = 'idle';
  /** Counts starts and stops, so that what was awaited for an earlier one is not used. */
  #turn = 0;
  #observer = null;
  #words = {};
  #ready = deferred();

  constructor() {
    super();
    this.#root.append(this.#message, this.#fallback, element('slot', { name: 'live' }));
    this.#message.hidden = true;
    // Asking for it is a choice of the page, so a failure without a listener is no error of the page.
    this.#ready.promise.catch(() => {});
    this.addEventListener('fpb-ready', (event) => event.target === this && this.#isReady());
    this.addEventListener('fpb-sync', (event) => {
      if (event.target !== this || (this.#state !== 'ready' && this.#state !== 'offline')) return;
      this.#state = event.detail?.state === 'offline' ? 'offline' : 'ready';
    });
  }

  // Life in the page -----------------------------------------------------------------------------

  connectedCallback() {
    for (const name of ['token', 'plan', 'src', 'mode', 'readonly', 'theme', 'colorScheme']) {
      // A value set before this script ran hides the accessor: take it off and set it again.
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    if (this.#state === 'idle') this.#begin();
  }

  disconnectedCallback() {
    // A move within the page takes the element out and puts it back at once.
    queueMicrotask(() => this.isConnected || this.#stop());
  }

  connectedMoveCallback() {}

  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (name === 'plan' || name === 'src' || name === 'lang') {
      if (this.#state !== 'idle') this.#restart();
      else if (name === 'plan') this.#begin();
    } else if (name === 'dir') {
      this.#setDirection();
    } else if (name === 'mode' || name === 'readonly') {
      this.#set(name, name === 'readonly' ? String(this.readonly) : after ?? '');
    }
  }

  /** A board without a plan waits for one: a page may learn it only when somebody has signed in. */
  #begin() {
    if (!this.plan || !this.isConnected) return;
    if (this.getAttribute('loading') === 'eager') this.#start();
    else this.#startWhenNear();
  }

  #startWhenNear() {
    const start = () => {
      this.#observer?.disconnect();
      this.#observer = null;
      if (this.isConnected && this.#state === 'idle') this.#start();
    };
    this.addEventListener('pointerenter', start, { once: true });
    this.addEventListener('focusin', start, { once: true });
    this.#observer?.disconnect();
    this.#observer = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && start(), {
      rootMargin: '200px',
    });
    this.#observer.observe(this);
  }

  async #start() {
    const turn = ++this.#turn;
    const current = () => turn === this.#turn && this.isConnected;
    this.#state = 'loading';
    const assets = (this.#assets = Assets.of(this.getAttribute('assets-base')));
    const parts = Promise.all([assets.sheet(), assets.sprite('icons.svg'), assets.glue()]);
    parts.catch(() => {});
    try {
      const locale = await assets.locale(localeOf(this));
      if (!current()) return;
      this.#words = locale.table.messages;
      const [sheet, icons, glue] = await parts;
      if (!current()) return;
      this.#mount(locale, sheet, icons, glue);
    } catch (error) {
      if (current()) this.#fail(error instanceof Failure ? error : await assets.understand(error));
    }
  }

  #mount(locale, sheet, icons, glue) {
    const assets = this.#assets;
    this.#root.adoptedStyleSheets = [sheet];
    this.#icons ??= this.#adopt(icons);
    // Yew never takes its listeners off a node, so a node that has been mounted on is used again.
    this.#div = assets.pool.pop() ?? element('div', { part: 'board', class: 'board' });
    this.#div.lang = locale.table.lang;
    this.#div.dataset.dir = locale.table.dir;
    this.#setDirection();
    this.#root.insertBefore(this.#div, this.#fallback);
    this.#live ??= element('div', { slot: 'live' }, [
      element('div', { 'aria-live': 'polite', role: 'status' }),
      element('div', { 'aria-live': 'assertive', role: 'alert' }),
    ]);
    // In the light DOM: browsers announce what is in a shadow root unreliably.
    if (this.#live.parentNode !== this) this.append(this.#live);
    const gone = deferred();
    this.#giveUp = gone.resolve;
    const options = {
      plan: this.plan,
      src: serviceOf(this),
      token: this.#token,
      lang: locale.table.lang,
      dir: this.#div.dir,
      mode: this.mode,
      readonly: this.readonly,
      // Whether the plan stands as plain HTML behind the board until `fpb-ready`.
      fallback: [...this.children].some((child) => child.slot === ''),
      // Settles when this board is over, also after a panic: what is held (a lock) is let go of by it.
      gone: gone.promise,
      // A picture is to be seen. Without it a card is whole, so a failure is told to nobody and the next drawing asks again.
      pictures: () => this.#pictures || assets.sprite('pictures.svg').then((pictures) => (this.#pictures ??= this.#adopt(pictures)), () => {}),
      // For the panic hook. Everything after it happens outside the dead instance.
      failed: () => setTimeout(() => assets.panicked(glue.generation)),
    };
    assets.boards.set(this, (again) => this.#lost(again));
    try {
      this.#mounted = glue.module.mount(this, this.#div, this.#live, options, locale.text);
    } catch (error) {
      if (!assets.isPanic(error)) throw error;
      assets.panicked(glue.generation);
    }
  }

  /** Symbols are found only in the tree that uses them. */
  #adopt(sprite) {
    return this.#root.insertBefore(document.importNode(sprite, true), this.#root.firstChild);
  }

  #isReady() {
    this.#state = 'ready';
    // Our page's plain text is of the moment of asking. It must not outlive a change of who may see what.
    for (const text of [this.#fallback, this.querySelector(':scope > article.plain')]) text?.remove();
    this.#message.hidden = true;
    this.#ready.resolve();
  }

  #stop() {
    this.#turn += 1;
    this.#observer?.disconnect();
    this.#observer = null;
    this.#assets?.boards.delete(this);
    const mounted = this.#mounted;
    this.#mounted = null;
    this.#giveUp?.();
    this.#state = 'idle';
    if (mounted) {
      const generation = this.#assets.generation;
      try {
        mounted.unmount();
        mounted.free?.();
        this.#div.remove();
        this.#assets.pool.push(this.#div);
      } catch (error) {
        this.#assets.panicked(generation);
      }
    }
    this.#div?.remove();
    this.#div = null;
    this.#root.append(this.#fallback);
  }

  #restart() {
    this.#stop();
    if (this.plan && this.isConnected) this.#start();
  }

  /** The instance died. Its node is left to it: listeners of the dead instance hang there. */
  #lost(again) {
    this.#mounted = null;
    this.#giveUp?.();
    this.#div?.remove();
    this.#div = null;
    this.#root.append(this.#fallback);
    if (again) {
      this.#say('widget-reloading');
      this.#start();
    } else {
      this.#fail(new Failure('wasm-panic'));
    }
  }

  #fail(failure) {
    this.#state = 'error';
    console.error(`${TAG}: ${failure.code}`, failure.cause ?? '');
    const { code } = failure;
    const recoverable = RECOVERABLE.has(code);
    this.#say(`widget-failed-${code}`, recoverable);
    if (code === 'wasm-network') addEventListener('online', () => this.#state === 'error' && this.#restart(), { once: true });
    this.#ready.reject(failure);
    this.#ready = deferred();
    this.#ready.promise.catch(() => {});
    report(this, code, recoverable);
  }

  /** Says it in the reader's language; without the words of that, the plain HTML alone has to do. */
  #say(key, again = false) {
    const words = this.#words[key] ?? this.#words['widget-failed'];
    this.#message.hidden = typeof words !== 'string';
    this.#message.textContent = words ?? '';
    if (again && this.#words['try-again']) {
      const button = element('button', { type: 'button', class: 'btn' });
      button.textContent = this.#words['try-again'];
      button.addEventListener('click', () => {
        this.#assets.freshStarts = 0;
        this.#restart();
      });
      this.#message.append(' ', button);
    }
  }

  #setDirection() {
    if (!this.#div) return;
    this.#div.dir = this.getAttribute('dir') || this.#div.dataset.dir;
    this.#set('dir', this.#div.dir);
  }

  #set(name, value) {
    if (!this.#mounted) return;
    const { generation } = this.#assets;
    try {
      this.#mounted.set(name, value);
    } catch {
      this.#assets.panicked(generation);
    }
  }

  // Properties -----------------------------------------------------------------------------------

  get readyState() { return this.#state; }
  get ready() { return this.#ready.promise; }
  get token() { return this.#token; }
  set token(value) {
    const same = value === this.#token;
    this.#token = value;
    if (same || !this.#mounted) return;
    if (typeof value === 'string') this.#set('token', value);
    else this.#restart();
  }
  get plan() { return this.getAttribute('plan') ?? ''; }
  set plan(value) { reflect(this, 'plan', value); }
  get src() { return this.getAttribute('src') ?? ''; }
  set src(value) { reflect(this, 'src', value); }
  get mode() { return this.getAttribute('mode') ?? 'edit'; }
  set mode(value) { reflect(this, 'mode', value); }
  get theme() { return this.getAttribute('theme') ?? 'auto'; }
  set theme(value) { reflect(this, 'theme', value); }
  get colorScheme() { return this.getAttribute('color-scheme') ?? 'auto'; }
  set colorScheme(value) { reflect(this, 'color-scheme', value); }
  get readonly() { return this.hasAttribute('readonly'); }
  set readonly(value) { this.toggleAttribute('readonly', Boolean(value)); }
}

/** What lies in one folder, fetched once for all boards of the page, and the instance they share. */
class Assets {
  static #all = new Map();

  generation = 0;
  freshStarts = 0;
  /** Nodes that were mounted on and are free. */
  pool = [];
  /** Board → what to call when the instance dies. */
  boards = new Map();
  #kept = new Map();
  #blocked = false;

  static of(base) {
    // `assets-base` is the folder that holds this script and the build's own folder.
    const home = base === null ? import.meta.url : new URL(base.replace(/\/?$/, '/'), document.baseURI);
    const folder = new URL(`${BUILD}/`, home);
    if (!this.#all.has(folder.href)) this.#all.set(folder.href, new Assets(folder));
    return this.#all.get(folder.href);
  }

  constructor(folder) {
    this.folder = folder;
    document.addEventListener('securitypolicyviolation', (event) => {
      this.#blocked ||= event.disposition === 'enforce' && event.blockedURI.startsWith(folder.origin);
    });
    const crashed = (error) => this.isPanic(error) && this.panicked(this.generation);
    addEventListener('error', (event) => crashed(event.error));
    addEventListener('unhandledrejection', (event) => crashed(event.reason));
  }

  sheet() {
    return this.#once('board.css', async (response) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(await response.text());
      return sheet;
    });
  }

  sprite(name) {
    return this.#once(name, async (response) => {
      const svg = new DOMParser().parseFromString(await response.text(), 'image/svg+xml').documentElement;
      const unseen = { width: 0, height: 0, class: 'sprite', 'aria-hidden': true };
      for (const [key, value] of Object.entries(unseen)) svg.setAttribute(key, value);
      return svg;
    });
  }

  locale(lang) {
    return this.#once(`locale-${lang}.json`, async (response) => {
      const text = await response.text();
      return { text, table: JSON.parse(text) };
    });
  }

  /** The instance of this generation. A query in the address makes the browser start a fresh one. */
  glue() {
    const { generation } = this;
    const query = this.#query();
    return this.#memo(`glue${query}`, async () => {
      canRunWasm();
      const script = new URL(`board.js${query}`, this.folder).href;
      const fetched = this.#fetch(`board_bg.wasm${query}`);
      fetched.catch(() => {});
      const module = await import(script).catch(async (error) => {
        throw await this.understand(error, script, 'javascript');
      });
      const response = await fetched;
      const type = response.headers.get('content-type') ?? '';
      try {
        await module.default({ module_or_path: response });
      } catch (error) {
        throw new Failure(type.startsWith('application/wasm') ? 'wasm-unsupported' : 'wasm-mime', error);
      }
      return { module, generation };
    });
  }

  /** Tells a policy of the page, a wrong type and a bad network apart. */
  async understand(error, address, type) {
    // The violation is reported in a task of its own.
    await new Promise((resolve) => setTimeout(resolve));
    if (this.#blocked) return new Failure('wasm-blocked-csp', error);
    if (address) {
      const response = await fetch(address, { credentials: 'omit' }).catch(() => null);
      const wrong = response?.ok && !(response.headers.get('content-type') ?? '').includes(type);
      if (wrong) return new Failure('wasm-mime', error);
    }
    return new Failure(error instanceof SyntaxError ? 'wasm-unsupported' : 'wasm-network', error);
  }

  /** Whether this error comes out of the living instance; the page may have other wasm, and dead ones call on. */
  isPanic(error) {
    if (!(globalThis.WebAssembly && error instanceof WebAssembly.RuntimeError)) return false;
    const stack = String(error.stack);
    return ['board.js', 'board_bg.wasm'].some((name) => stack.includes(`${this.folder.href}${name}${this.#query()}:`));
  }

  /** An instance that has panicked cannot be called again. All its boards go to a fresh one. */
  panicked(generation) {
    if (generation !== this.generation) return;
    this.generation += 1;
    this.freshStarts += 1;
    this.pool = [];
    const boards = [...this.boards.values()];
    this.boards.clear();
    for (const lost of boards) lost(this.freshStarts <= FRESH_STARTS);
  }

  #query() {
    return this.generation ? `?v=${this.generation}` : '';
  }

  #once(name, make) {
    return this.#memo(name, async () => make(await this.#fetch(name)));
  }

  /** Keeps what came; what failed is tried again by the next who asks. */
  #memo(name, make) {
    if (!this.#kept.has(name)) {
      const made = make();
      made.catch(() => this.#kept.delete(name));
      this.#kept.set(name, made);
    }
    return this.#kept.get(name);
  }

  async #fetch(name) {
    const address = new URL(name, this.folder);
    const response = await fetch(address, { credentials: 'omit' }).catch(async (error) => {
      throw await this.understand(error);
    });
    if (!response.ok) throw new Failure('wasm-network', `${response.status} ${address}`);
    return response;
  }
}

/** Before anything is fetched: eight bytes that are a module say what the browser and the page allow. */
function canRunWasm() {
  if (!globalThis.WebAssembly || !('adoptedStyleSheets' in Document.prototype)) throw new Failure('wasm-unsupported');
  try {
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch (error) {
    throw new Failure('wasm-blocked-csp', error);
  }
}

/** The element's language, else the page's, else Danish: the first that there are words for. */
function localeOf(board) {
  const near = board.closest('[lang]')?.lang;
  for (const wanted of [board.lang, near, document.documentElement.lang]) {
    for (const tag of [wanted, wanted?.split('-')[0]]) {
      const found = tag && LOCALES.find((locale) => locale.toLowerCase() === tag.toLowerCase());
      if (found) return found;
    }
  }
  return FIRST_LOCALE;
}

/** Where the plan's service is, without a slash at the end: `src`, else where this script came from. */
function serviceOf(board) {
  const address = board.src ? new URL(board.src, document.baseURI).href : new URL(import.meta.url).origin;
  return address.replace(/\/+$/, '');
}

function element(name, attributes = {}, children = []) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function reflect(board, name, value) {
  return value === null || value === undefined ? board.removeAttribute(name) : board.setAttribute(name, value);
}

function deferred() {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}

function report(target, code, recoverable) {
  target.dispatchEvent(new CustomEvent('fpb-error', { bubbles: true, composed: true, detail: { code, recoverable } }));
}

const defined = customElements.get(TAG);
if (!defined) {
  customElements.define(TAG, FamilyPlanBoard);
} else if (defined.version !== BUILD) {
  console.warn(`${TAG}: version ${defined.version} is on this page already; ${BUILD} is not used.`);
  for (const board of document.querySelectorAll(TAG)) report(board, 'duplicate-version', true);
}

export { FamilyPlanBoard };
