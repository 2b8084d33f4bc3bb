// Paints the week in quarter hours over boxes that are whole without it: draw with a mouse, hold and draw with a finger,
// or use keys. What is painted goes into the field `exact`; the boxes agree with it.
const WEEK = 672, DAY = 96, HOUR = 4, HOLD = 300;
const STEPS = { ArrowUp: -HOUR, ArrowDown: HOUR, ArrowLeft: -DAY, ArrowRight: DAY };

for (const form of document.querySelectorAll("form[data-week]")) paint(form);

function paint(form) {
  const exact = form.elements.namedItem("exact");
  const sum = form.querySelector("[data-sum]");
  const given = JSON.parse(exact.value);
  const weeks = [given.even, given.odd].map((spans) => {
    const week = new Uint8Array(WEEK);
    for (const [start, end] of spans) week.fill(1, start, end);
    return week;
  });
  const cells = [...form.querySelectorAll("td:has(input)")].map((td) => {
    const box = td.querySelector("input");
    return { td, box, table: box.value[0], first: Number(box.value.slice(1)), quarters: [...td.querySelectorAll("i")] };
  });
  const byBox = new Map(cells.map((cell) => [cell.box, cell]));
  const byName = new Map(cells.map((cell) => [cell.box.value, cell]));
  // Table b shows both weeks as one.
  const of = (table) => (table === "b" ? weeks : [weeks[table === "e" ? 0 : 1]]);
  const is = (cell, quarter) => of(cell.table)[0][cell.first + quarter] === 1;
  const set = (table, at, length, on) => of(table).forEach((week) => week.fill(on ? 1 : 0, at, at + length));

  function draw(cell) {
    const on = cell.quarters.map((_, quarter) => is(cell, quarter));
    cell.quarters.forEach((i, quarter) => i.classList.toggle("on", on[quarter]));
    cell.box.checked = on.every(Boolean);
    cell.box.indeterminate = !cell.box.checked && on.some(Boolean);
    const part = cell.box.indeterminate ? ` ${form.dataset.part.replace("#", free(cell, on))}` : "";
    cell.box.setAttribute("aria-label", cell.box.dataset.name + part);
  }

  // "08.15–08.30, 08.45–09.00", as the server says it.
  function free(cell, on) {
    const clock = (at) => [Math.floor(at / HOUR), (at % HOUR) * 15].map((n) => String(n).padStart(2, "0")).join(form.dataset.colon);
    const stretches = [];
    for (let from = 0; from < HOUR; from++) {
      if (!on[from]) continue;
      const start = (cell.first % DAY) + from;
      while (from < HOUR && on[from]) from++;
      stretches.push(`${clock(start)}–${clock((cell.first % DAY) + from)}`);
    }
    return stretches.join(", ");
  }

  function keep() {
    const spans = weeks.map((week) => {
      const found = [];
      for (let at = 0; at < WEEK; at++) {
        if (!week[at]) continue;
        const start = at;
        while (at < WEEK && week[at]) at++;
        found.push([start, at]);
      }
      return found;
    });
    exact.value = JSON.stringify({ even: spans[0], odd: spans[1] });
    // Quarter hours of a week, of both weeks the middle, written as the server writes them.
    const quarters = Math.floor(weeks.flatMap((week) => [...week]).reduce((all, one) => all + one) / 2);
    const [whole, part] = [Math.floor(quarters / HOUR), ["", "¼", "½", "¾"][quarters % HOUR]];
    sum.textContent = sum.dataset.sum.replace("#", whole || !part ? `${whole}${part}` : part);
  }

  function change(cell, quarter, length, on) {
    set(cell.table, cell.first + quarter, length, on);
    draw(cell);
    keep();
  }

  // A box by click, tap or space: the whole hour.
  form.addEventListener("change", ({ target }) => byBox.has(target) && change(byBox.get(target), 0, HOUR, target.checked));

  // One stop for the tab key; the arrows go on from there.
  let here = cells[14];
  for (const cell of cells) cell.box.tabIndex = cell === here ? 0 : -1;
  form.addEventListener("focusin", ({ target }) => {
    if (!byBox.has(target)) return;
    here.box.tabIndex = -1;
    here = byBox.get(target);
    target.tabIndex = 0;
  });
  form.addEventListener("keydown", (event) => {
    const cell = byBox.get(event.target);
    if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^[1-4]$/.test(event.key)) {
      const quarter = event.key - 1;
      change(cell, quarter, 1, !is(cell, quarter));
    } else if (event.key in STEPS) {
      const turned = document.dir === "rtl" && /Left|Right/.test(event.key) ? -1 : 1;
      const to = cell.first + STEPS[event.key] * turned;
      const next = byName.get(cell.table + to);
      const isNear = Math.floor(to / DAY) === Math.floor(cell.first / DAY) || to % DAY === cell.first % DAY;
      if (next && isNear) {
        if (event.shiftKey) change(next, 0, HOUR, cell.box.checked);
        next.box.focus();
      }
    } else return;
    event.preventDefault();
  });

  // Drawing: everything between where it began and where the pointer is, on every day between.
  let held = null;
  function under(event) {
    const cell = byBox.get(document.elementFromPoint(event.clientX, event.clientY)?.closest("td")?.querySelector("input"));
    if (!cell) return null;
    const { top, height } = cell.td.getBoundingClientRect();
    return { cell, at: cell.first + Math.min(HOUR - 1, Math.max(0, Math.floor(((event.clientY - top) / height) * HOUR))) };
  }
  function begin() {
    held.before = weeks.map((week) => week.slice());
    drawTo(held.at);
  }
  const restore = () => weeks.forEach((week, index) => week.set(held.before[index]));
  function drawTo(at) {
    restore();
    const between = (part) => [part(held.at), part(at)].sort((a, b) => a - b);
    const [first, last] = between((at) => Math.floor(at / DAY));
    const [from, to] = between((at) => at % DAY);
    for (let day = first; day <= last; day++) set(held.cell.table, day * DAY + from, to - from + 1, held.on);
    cells.forEach(draw);
  }
  function stop(event) {
    if (!held) return;
    clearTimeout(held.timer);
    if (held.before) {
      if (event.type !== "pointerup") restore();
      cells.forEach(draw);
      keep();
      // The click that follows would turn the last hour round.
      const swallow = (click) => click.target.closest("table") && click.preventDefault();
      addEventListener("click", swallow, true);
      setTimeout(() => removeEventListener("click", swallow, true), 50);
    }
    held = null;
  }
  form.addEventListener("pointerdown", (event) => {
    const from = event.button === 0 && !held && under(event);
    if (!from) return;
    const on = !is(from.cell, from.at - from.cell.first);
    held = { ...from, on, id: event.pointerId, x: event.clientX, y: event.clientY, isTouch: event.pointerType === "touch" };
    if (held.isTouch) held.timer = setTimeout(begin, HOLD);
  });
  addEventListener("pointermove", (event) => {
    if (event.pointerId !== held?.id) return;
    if (!held.before) {
      if (Math.hypot(event.clientX - held.x, event.clientY - held.y) < 6) return;
      // A finger that moves at once scrolls.
      if (held.isTouch) return stop(event);
      begin();
    }
    const to = under(event);
    if (to?.cell.table === held.cell.table) drawTo(to.at);
  });
  addEventListener("pointerup", stop);
  addEventListener("pointercancel", stop);
  addEventListener("keydown", (event) => event.key === "Escape" && stop(event));
  // While a finger draws, the page stands still.
  form.addEventListener("touchmove", (event) => held?.before && event.preventDefault(), { passive: false });
  form.addEventListener("contextmenu", (event) => held?.isTouch && event.preventDefault());

  cells.forEach(draw);
  // Whoever goes elsewhere with something unsaved is asked first. Every button of the form takes all of it along.
  const fields = () => new URLSearchParams(new FormData(form)).toString();
  const before = fields();
  const wasUnsaved = form.elements.namedItem("stored").value !== form.elements.namedItem("exact").value;
  let sending = false;
  form.addEventListener("submit", () => (sending = true));
  addEventListener("pageshow", () => (sending = false));
  addEventListener("beforeunload", (event) => !sending && (wasUnsaved || fields() !== before) && event.preventDefault());

  form.dataset.painting = "";
  document.querySelectorAll(".with-script").forEach((hint) => (hint.hidden = false));
}
