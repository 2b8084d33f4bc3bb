// "What if …?" on a page of ours: answers at every change of the form, in the browser. What it thinks with is fetched
// when somebody opens that part of the page, and by nobody else; what is thought leaves the browser no more.
//
// What must stay true: without this file, or when anything of it fails, the form asks the server, which answers by
// the same rules; every word and every row comes from the page.

const BUILD = '__BUILD__';
const [OPENS, CLOSES] = [1, 2];

async function begin(part) {
  const form = part.querySelector('form');
  const [places, code] = await Promise.all([ask(form.dataset.places), import(`./${BUILD}/what_if.js`)]);
  await code.default({ module_or_path: new URL(`./${BUILD}/what_if_bg.wasm`, import.meta.url) });
  const thought = code.Thought.read(places.dataset.thought);
  if (!thought) return;
  const rows = [...places.children];
  const said = part.querySelector('[role=status]');
  const lists = part.querySelectorAll('[data-rows-of]');

  const answer = () => {
    const names = ['leaves', 'home_by', 'by', 'longest'];
    const given = names.map((name) => form.elements[name]?.value ?? '');
    const effects = thought.effects(...given);
    const found = [OPENS, CLOSES].map((effect) => rows.filter((_, at) => effects?.[at] === effect));
    for (const [at, list] of lists.entries()) {
      list.replaceChildren(...found[at]);
      list.parentElement.hidden = found[at].length === 0;
    }
    if (!effects) said.textContent = said.dataset.wrong;
    else if (given.every((value) => value === '')) said.textContent = said.dataset.nothing;
    else said.textContent = [...lists].map((list, at) => count(list.dataset, found[at].length)).join(' ').trim();
  };
  form.addEventListener('change', answer);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    answer();
  });
  form.querySelector('button').hidden = true;
  part.dataset.answers = 'here';
  answer();
}

/** The places that nothing but the day and the way could rule out, as the server draws them. */
async function ask(address) {
  const answer = await fetch(address, { redirect: 'error' });
  if (!answer.ok) throw new Error(String(answer.status));
  return new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-thought]');
}

/** How many, in words that the server chose. That nothing opens is said, that nothing closes is not. */
function count({ none, one, more }, n) {
  if (n === 0) return none ?? '';
  return n === 1 ? one : more.replace('#', n);
}

for (const part of document.querySelectorAll('details[data-what-if]')) {
  let begun = false;
  const open = () => {
    if (!part.open || begun) return;
    begun = true;
    begin(part).catch(() => {
      // The form goes on asking the server.
    });
  };
  part.addEventListener('toggle', open);
  open();
}
