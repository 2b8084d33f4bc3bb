// Stands before the page's own scripts in the bench: notes when things happen, and changes nothing.
(() => {
  const bench = (window.bench = { mounted: 0, inHand: 0, drawn: [], news: [], frames: [], longTasks: [], memory: null });
  let watched = null;
  let current = null;

  /** Calls back when the work of the next frame is over. */
  const afterFrame = (done) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.now());
    channel.port2.postMessage(null);
  });

  const layOut = () => watched.lastElementChild?.getBoundingClientRect().height;

  // Runs in the same task as the drawing, right after it.
  const drawn = () => {
    layOut();
    const at = performance.now();
    const cards = watched.querySelectorAll('[data-card]').length;
    if (cards !== (bench.drawn.at(-1)?.cards ?? 0)) {
      const step = { at, cards, frame: 0 };
      bench.drawn.push(step);
      afterFrame((end) => (step.frame = end));
    }
    if (current && !current.laidOut && watched.querySelector(current.target)) current.laidOut = at;
  };

  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    if (this.localName !== 'family-plan-board') return root;
    watched = root;
    new MutationObserver(drawn).observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    // The loader puts its node into the root right before it calls `mount`.
    root.insertBefore = function (...nodes) {
      bench.mounted ||= performance.now();
      return Node.prototype.insertBefore.apply(this, nodes);
    };
    return root;
  };

  const { text } = Response.prototype;
  Response.prototype.text = async function () {
    const body = await text.call(this);
    if (/\/api\/plans\/[^/]+$/.test(this.url)) bench.inHand = performance.now();
    return body;
  };

  // The first to hear of a message. A sample ends when the moved card is laid out in its new cell.
  const heard = ({ data }) => {
    const put = JSON.parse(data).News?.patch?.put ?? [];
    const card = put.find((record) => record.Card)?.Card;
    if (!card) return;
    const cell = card.lane ? `${card.column}.${card.lane}` : card.column;
    const sample = { target: `[data-cell="${cell}"] [data-card="${card.card_id}"]`, at: performance.now(), laidOut: 0, frame: 0 };
    current = sample;
    bench.news.push(sample);
    afterFrame((end) => (sample.frame = end));
  };
  const { WebSocket } = window;
  window.WebSocket = class extends WebSocket {
    constructor(...words) {
      super(...words);
      this.addEventListener('message', heard);
    }
  };

  for (const name of ['instantiate', 'instantiateStreaming']) {
    const make = WebAssembly[name];
    WebAssembly[name] = async (...words) => {
      const made = await make.apply(WebAssembly, words);
      bench.memory = (made.instance ?? made).exports.memory;
      return made;
    };
  }

  for (const kind of ['pointerdown', 'pointerup']) {
    addEventListener(kind, (event) => (bench[kind] = event.timeStamp), { capture: true });
  }

  /** From now on: the time between frames, and where in a drag the tasks longer than 50 ms lie. */
  bench.watchFrames = () => {
    Object.assign(bench, { frames: [], longTasks: [], watching: true });
    let last = 0;
    const frame = (now) => {
      if (last) bench.frames.push(now - last);
      last = now;
      if (bench.watching) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    bench.observer ??= new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) bench.longTasks.push([startTime, duration]);
    });
    bench.observer.observe({ type: 'longtask' });
  };

  /** Ends that. Long tasks count to the pick-up, the way or the drop. */
  bench.seen = () => {
    bench.watching = false;
    const long = { pickUp: [], way: [], drop: [] };
    for (const [start, took] of bench.longTasks) {
      const when = start + took > bench.pointerup ? 'drop' : start < bench.pointerdown + 150 ? 'pickUp' : 'way';
      long[when].push(took);
    }
    return { frames: bench.frames, long };
  };

  /** Takes the board off the page and puts it back, again and again. */
  bench.mountAgain = async (times) => {
    const board = document.querySelector('family-plan-board');
    const { parentNode, nextSibling } = board;
    const until = async (is) => {
      while (!is()) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    for (let time = 0; time < times; time += 1) {
      board.remove();
      await until(() => board.readyState === 'idle');
      parentNode.insertBefore(board, nextSibling);
      await until(() => board.readyState === 'ready' && watched.querySelector('[data-card]'));
    }
    return true;
  };
})();
