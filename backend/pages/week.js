// Paints the week in quarter hours, over boxes that are whole without it: press and draw with a mouse, hold and draw
// with a finger, arrows and space with keys. What is painted goes into the field `exact`; the boxes agree with it.
const WEEK = 672, DAY = 96, HOUR = 4, HOLD = 300;

for (const form of document.querySelectorAll("form[data-week]")) paint(form);

function paint(form) {
  const exact = form.elements.namedItem("exact");
  const sum = form.querySelector("[data-sum]");
  const given = JSON.parse(exact.value);
  const weeks = ["even", "odd"].map((name) => {
    const week = new Uint8Array(WEEK);
    for (const [start, end] of given[name]) week.fill(1, start, end);
    return week;
  });
  const cells = [...form.querySelectorAll("td:has(input)")].map((td) => {
    const box = td.querySelector("input");
    return { td, box, table: box.value[0], first: Number(box.value.slice(1)), quarters: [...td.querySelectorAll("i")] };
  });
  const byBox = new Map(cells.map((cell) => [cell.box, cell]));
  const byValue = new Map(cells.map((cell) => [cell.box.value, cell]));
  const of = (table) => (table === "e" ? [weeks[0]] : table === "o" ? [weeks[1]] : weeks);
  const is = (cell, quarter) => of(cell.table)[0][cell.first + quarter] === 1;
  const set = (table, at, on) => of(table).forEach((week) => (week[at] = on ? 1 : 0));

  function draw(cell) {
    const on = cell.quarters.map((quarter, index) => {
      quarter.classList.toggle("on", is(cell, index));
      return is(cell, index);
    });
    cell.box.checked = on.every(Boolean);
    cell.box.indeterminate = !cell.box.checked && on.some(Boolean);
  }

  function keep(say) {
    const spans = (week) => {
      const found = [];
      for (let at = 0; at < WEEK; at++) {
        if (!week[at]) continue;
        const start = at;
        while (at < WEEK && week[at]) at++;
        found.push([start, at]);
      }
      return found;
    };
    exact.value = JSON.stringify({ even: spans(weeks[0]), odd: spans(weeks[1]) });
    if (!say) return;
    const hours = (weeks[0].reduce((a, b) => a + b) + weeks[1].reduce((a, b) => a + b)) / 8;
    sum.textContent = sum.dataset.sum.replace("#", hours.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 2 }));
  }

  // Boxes, by click, tap or space: the whole hour.
  form.addEventListener("change", (event) => {
    const cell = byBox.get(event.target);
    if (!cell) return;
    for (let quarter = 0; quarter < HOUR; quarter++) set(cell.table, cell.first + quarter, cell.box.checked);
    draw(cell);
    keep(true);
  });

  // One stop for the tab key; the arrows go from there.
  let here = cells[2 * 7] ?? cells[0];
  const stop = (cell) => {
    here.box.tabIndex = -1;
    here = cell;
    here.box.tabIndex = 0;
  };
  cells.forEach((cell) => (cell.box.tabIndex = -1));
  stop(here);
  form.addEventListener("focusin", (event) => byBox.has(event.target) && stop(byBox.get(event.target)));
  const steps = { ArrowUp: -HOUR, ArrowDown: HOUR, ArrowLeft: -DAY, ArrowRight: DAY };
  form.addEventListener("keydown", (event) => {
    const cell = byBox.get(event.target);
    if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^[1-4]$/.test(event.key)) {
      const quarter = Number(event.key) - 1;
      set(cell.table, cell.first + quarter, !is(cell, quarter));
      draw(cell);
      keep(true);
    } else if (event.key in steps) {
      const turned = document.dir === "rtl" && /Left|Right/.test(event.key) ? -1 : 1;
      const next = byValue.get(cell.table + (cell.first + steps[event.key] * turned));
      const leaves = Math.abs(steps[event.key]) === HOUR && next && Math.floor(next.first / DAY) !== Math.floor(cell.first / DAY);
      if (next && !leaves) {
        if (event.shiftKey) {
          for (let quarter = 0; quarter < HOUR; quarter++) set(cell.table, next.first + quarter, cell.box.checked);
          draw(next);
          keep(true);
        }
        next.box.focus();
      }
    } else return;
    event.preventDefault();
  });

  // Drawing: everything between where it began and where the pointer is, day by day.
  let held = null;
  const under = (event) => {
    const td = document.elementFromPoint(event.clientX, event.clientY)?.closest("td");
    const cell = td && byBox.get(td.querySelector("input"));
    if (!cell) return null;
    const box = cell.td.getBoundingClientRect();
    const quarter = Math.min(HOUR - 1, Math.max(0, Math.floor(((event.clientY - box.top) / box.height) * HOUR)));
    return { cell, at: cell.first + quarter };
  };
  const begin = () => {
    held.draws = true;
    held.before = weeks.map((week) => week.slice());
    form.toggleAttribute("data-held", true);
    draws(held.from.at);
  };
  const draws = (to) => {
    weeks.forEach((week, index) => week.set(held.before[index]));
    const [days, times] = [(at) => Math.floor(at / DAY), (at) => at % DAY].map((part) => [part(held.from.at), part(to)].sort((a, b) => a - b));
    for (let day = days[0]; day <= days[1]; day++)
      for (let time = times[0]; time <= times[1]; time++) set(held.from.cell.table, day * DAY + time, held.on);
    cells.forEach(draw);
  };
  const end = (event) => {
    if (!held) return;
    clearTimeout(held.timer);
    if (held.draws) {
      if (event.type !== "pointerup") weeks.forEach((week, index) => week.set(held.before[index]));
      cells.forEach(draw);
      keep(true);
      // The click that follows would turn the last hour round.
      addEventListener("click", stopClick, { capture: true, once: true });
      setTimeout(() => removeEventListener("click", stopClick, true), 50);
    }
    form.removeAttribute("data-held");
    held = null;
  };
  const stopClick = (event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  form.addEventListener("pointerdown", (event) => {
    const from = event.button === 0 && !held && under(event);
    if (!from) return;
    held = { from, id: event.pointerId, on: !is(from.cell, from.at - from.cell.first), x: event.clientX, y: event.clientY, touch: event.pointerType === "touch" };
    if (held.touch) held.timer = setTimeout(() => held && begin(), HOLD);
  });
  addEventListener("pointermove", (event) => {
    if (!held || event.pointerId !== held.id) return;
    const moved = Math.hypot(event.clientX - held.x, event.clientY - held.y) > 6;
    if (!held.draws && moved) {
      // A finger that moves at once scrolls.
      if (held.touch) return end(event);
      begin();
    }
    const to = held?.draws && under(event);
    if (to && to.cell.table === held.from.cell.table) draws(to.at);
  });
  addEventListener("pointerup", end);
  addEventListener("pointercancel", end);
  addEventListener("keydown", (event) => event.key === "Escape" && held && end(event));
  // While a finger draws, the page stands still.
  form.addEventListener("touchmove", (event) => held?.draws && event.preventDefault(), { passive: false });
  form.addEventListener("contextmenu", (event) => held?.touch && event.preventDefault());

  cells.forEach(draw);
  keep(false);
  form.dataset.painting = "";
  document.querySelectorAll(".with-script").forEach((hint) => (hint.hidden = false));
}
