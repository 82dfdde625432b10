// Everything on the screen, painted anew with each change; only the desk keeps its nodes, so that typing goes on.

function paint(state) {
  const card = current(state);
  const { root } = state;
  const left = root.dataset.key;
  root.dataset.key = card ? card.key : '';
  if (left && left !== root.dataset.key) forgetInAddress(left);
  root.dataset.version = card ? card.version : '';
  tell(state);
  root.classList.toggle('opened', state.whole);
  paintBar(state, card);
  const notice = root.querySelector('.notice');
  const told = state.notice || (card && card.notice) || state.args.data.waiting || (state.figures.decides ? '' : state.args.data.labels.looksOn);
  notice.textContent = told;
  notice.hidden = !told;
  // Without a pair the words say why none is there, which changes.
  if (!card || state.painted !== card || state.paintedWhole !== state.whole) {
    state.painted = card;
    state.paintedWhole = state.whole;
    paintPair(state, card);
    paintCompared(state, card);
  }
  paintDesk(state, card);
  fit(state);
}

// What the address asks for beside a pair of which case.
function askedInAddress() {
  return [...new URLSearchParams(window.location.search)].filter(([name]) => !['pair', 'case'].includes(name)).join('&');
}

// The address names the pair on the screen, so that a link opens the same one: from the next second on, never one that left,
// and not where other pairs are asked for by now.
function nameInAddress(state) {
  const { key } = state.root.dataset;
  const here = new URL(window.location.href);
  if (!key || here.searchParams.get('pair') === key || state.askedFor !== askedInAddress()) return;
  here.searchParams.set('pair', key);
  window.history.replaceState(window.history.state, '', here);
}

function forgetInAddress(key) {
  const here = new URL(window.location.href);
  if (here.searchParams.get('pair') !== key) return;
  here.searchParams.delete('pair');
  window.history.replaceState(window.history.state, '', here);
}

const grouped = (count) => count.toLocaleString('en');

// What stands on the screen, for those parts of the page that are about it; while none is open, nobody waits for it.
function tell(state) {
  const key = state.args.data.follow ? state.root.dataset.key : '';
  if (key === state.told) return;
  state.told = key;
  state.args.setStateValue('shown', key);
}

function paintBar(state, card) {
  const { labels } = state.args.data;
  const { decided, left, pairs } = state.figures;
  const open = unsent(state).reduce((sum, outbox) => sum + outbox.entries.length, 0);
  const here = [...underway(state)].length;
  state.root.querySelector('.why').textContent = card ? card.why : '';
  state.root.querySelector('.progress').replaceChildren(`${labels.decided} ${grouped(Math.min(pairs, decided + here))} / ${grouped(pairs)} · ${labels.reviewer} `, make('bdi', {}, state.args.data.reviewer));
  const saving = state.root.querySelector('.saving');
  saving.dataset.state = open ? (state.late ? 'late' : 'saving') : 'saved';
  saving.textContent = open ? `${state.late ? labels.kept : labels.saving} ${open}` : labels.saved;
  state.root.dataset.left = Math.max(0, left - here);
}

function paintPair(state, card) {
  const pair = state.root.querySelector('.pair');
  const { labels } = state.args.data;
  if (!card) {
    pair.replaceChildren(make('p', { class: 'empty' }, emptied(state, labels)));
    return;
  }
  pair.replaceChildren(side(state, card.left, 'left'), side(state, card.right, 'right'));
}

// Where the screen has no room for all of the table, two lines of a cell are shown; context that does not fit fades out.
// Measured once everything around it has its size.
function fit(state) {
  const { root } = state;
  root.classList.remove('tight');
  const tight = !state.whole && crowded(root);
  root.classList.toggle('tight', tight);
  flag(root, '.cell', 'cut', (box) => tight && box.scrollHeight > box.clientHeight + 4);
  flag(root, '.context', 'clipped', (context) => !state.whole && context.firstChild.offsetHeight > context.clientHeight + 2);
}

// All are measured before any is changed, as each change asks for a new measure of everything.
function flag(root, which, name, holds) {
  const found = [...root.querySelectorAll(which)].map((one) => [one, holds(one)]);
  for (const [one, held] of found) one.classList.toggle(name, held);
}

// Whether the screen is longer than the window, or the words of a claim do not fit into their frame; a narrow one scrolls anyway.
function crowded(root) {
  if (window.matchMedia('(max-width: 900px)').matches) return false;
  if (root.offsetHeight > parseFloat(getComputedStyle(root).minHeight) + 1) return true;
  return [...root.querySelectorAll('.passage')].some((passage) => passage.scrollHeight > passage.clientHeight + 1);
}

// What waits is known once the case could be asked.
function emptied(state, labels) {
  if (state.args.data.waiting) return labels.notAsked;
  if (state.figures.left <= underway(state).size) return labels.nothingLeft;
  if (!state.exhausted) return labels.loading;
  return state.args.data.some ? labels.noneOfSome : labels.elsewhere;
}

function side(state, claim, name) {
  const { labels } = state.args.data;
  const text = { dir: claim.dir, lang: claim.lang || null };
  const open = make('button', { type: 'button', class: 'open' }, labels.open, keycap(state, name === 'left' ? 'openFirst' : 'openSecond'));
  open.addEventListener('click', () => openSide(state, name));
  return make('article', { class: state.whole ? 'side whole' : 'side', 'data-side': name, 'aria-label': labels[name] },
    make('header', {}, make('div', {}, chain(claim), source(claim)), open),
    make('div', { class: 'passage', tabindex: 0, role: 'region', 'aria-label': labels[name] },
      make('p', { class: 'context before', ...text }, make('span', { class: 'run' }, joined(claim.before, labels.slots))),
      make('blockquote', text, joined(claim.quote, labels.slots)),
      make('p', { class: 'context after', ...text }, make('span', { class: 'run' }, joined(claim.after, labels.slots)))),
    claim.notes.length ? make('ul', { class: 'notes' }, claim.notes.map((note) => make('li', {}, sentence(note)))) : null);
}

function chain(claim) {
  const links = claim.speakers.flatMap((speaker, index) => [
    index ? make('span', { class: 'arrow', 'aria-hidden': 'true' }, '←') : null,
    make('bdi', { dir: speaker.dir }, speaker.name),
    speaker.known ? make('bdi', { class: 'known' }, speaker.known) : null,
    make('span', { class: 'tag' }, speaker.lineage),
  ]);
  return make('p', { class: 'speaker' }, links);
}

function source(claim) {
  return make('p', { class: 'quiet' }, make('bdi', {}, claim.title), claim.published ? ` · ${claim.published}` : null);
}

function paintCompared(state, card) {
  const compared = state.root.querySelector('.compared');
  if (!card) {
    state.slotButtons = [];
    compared.replaceChildren();
    return;
  }
  const { labels } = state.args.data;
  state.slotButtons = card.rows.map((row, index) => slotButton(state, row, index));
  const heads = [labels.slot, labels.left, labels.level, labels.right, labels.why];
  const rows = card.rows.map((row, index) => make('tr', { 'data-level': row.level },
    make('th', { scope: 'row' }, state.slotButtons[index]),
    make('td', {}, cell(values(row.left))),
    make('td', { class: 'level' }, make('span', { class: 'sign', 'aria-hidden': 'true' }, row.sign), row.word),
    make('td', {}, cell(values(row.right))),
    make('td', { class: 'quiet' }, cell(make('span', {}, sentence(row.why))))));
  compared.replaceChildren(
    make('table', {}, make('thead', {}, make('tr', {}, heads.map((head) => make('th', { scope: 'col' }, head)))), make('tbody', {}, rows)),
    score(state, card));
}

function slotButton(state, row, index) {
  const name = `slot${index + 1}`;
  const button = make('button', { type: 'button', 'data-slot': row.slot }, make('mark', { 'data-mark': row.slot }, row.name), keycap(state, name));
  button.addEventListener('click', () => press(state, name));
  return button;
}

function values(found) {
  return found.map((value) => make('span', { class: 'value' },
    make('bdi', { dir: value.dir, lang: value.dir === 'rtl' ? 'ar' : null }, value.raw),
    value.read ? ['\u00a0· ', make('bdi', { class: 'quiet' }, value.read)] : null));
}

// What is cut of a cell is shown by V, and by resting on it.
function cell(content) {
  const box = make('div', { class: 'cell' }, content);
  box.title = box.textContent;
  return box;
}

function score(state, card) {
  const { labels } = state.args.data;
  const parts = card.parts.map((part) => make('li', {}, make('bdi', {}, part.name), ' ', make('b', { dir: 'ltr' }, part.value)));
  return make('div', { class: 'score quiet' },
    make('span', {}, `${labels.suggested}: `, make('b', {}, card.suggestion), ` · ${labels.score} `, make('b', { dir: 'ltr' }, card.score)),
    card.dependence ? make('span', {}, card.dependence) : null,
    card.mine ? make('span', {}, card.mine) : null,
    make('details', {}, make('summary', {}, labels.scoreParts), make('ul', {}, parts)));
}
