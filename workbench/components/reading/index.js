// A document with its claims marked; a click or Enter on one shows what it says. Several claims may share words: a
// second click goes on to the next of them.
const states = new WeakMap();

function claimsOf(piece) {
  return piece.marks.filter((mark) => mark.startsWith('claim:')).map((mark) => mark.slice(6));
}

function piece(state, cut) {
  const ids = claimsOf(cut);
  const others = cut.marks.filter((mark) => !mark.startsWith('claim:'));
  if (!ids.length && !others.length) return document.createTextNode(cut.text);
  const { labels, chosen } = state.args.data;
  let inner = document.createTextNode(cut.text);
  const slot = others.filter((mark) => labels.slots[mark] || mark === 'source' || mark === 'unread').pop();
  if (slot) inner = make('mark', { 'data-mark': slot, title: labels.slots[slot] }, inner);
  const kinds = others.filter((mark) => mark === 'chrome' || mark === 'problem');
  if (!ids.length) return make('span', { class: kinds.join(' ') || null }, inner);
  const classes = ['claim', ids.length > 1 ? 'several' : '', ids.includes(chosen) ? 'chosen' : '', ...kinds];
  return make('span', { class: classes.filter(Boolean).join(' '), 'data-ids': ids.join(' ') }, inner);
}

function choose(state, id) {
  if (id && id !== state.args.data.chosen) state.args.setStateValue('claim', id);
}

function clicked(state, event) {
  const span = event.target.closest('.claim');
  if (!span || !window.getSelection().isCollapsed) return;
  const ids = span.dataset.ids.split(' ');
  choose(state, ids[(ids.indexOf(state.args.data.chosen) + 1) % ids.length]);
}

function step(state, by) {
  const { claims, chosen } = state.args.data;
  const index = claims.indexOf(chosen);
  choose(state, claims[index < 0 ? 0 : Math.min(claims.length - 1, Math.max(0, index + by))]);
}

function steps(state) {
  const { labels, claims, chosen } = state.args.data;
  const button = (text, key, by) => {
    const made = make('button', { type: 'button', disabled: !claims.length }, text, make('kbd', { 'aria-hidden': 'true' }, key));
    made.addEventListener('click', () => step(state, by));
    return made;
  };
  return make('p', { class: 'steps' }, button(labels.previous, 'K', -1), button(labels.next, 'J', 1),
    make('span', { class: 'quiet' }, chosen ? `${claims.indexOf(chosen) + 1} / ${claims.length}` : `${claims.length}`));
}

function values(found) {
  return found.map((value) => make('span', { class: 'value' },
    make('bdi', { dir: value.dir, lang: value.dir === 'rtl' ? 'ar' : null }, value.raw),
    value.read ? make('span', { class: 'quiet' }, ' ', make('bdi', {}, value.read)) : null));
}

function detail(state) {
  const { labels, detail: claim } = state.args.data;
  if (!claim) return [steps(state), make('p', { class: 'quiet' }, labels.hint)];
  const speakers = claim.speakers.map((speaker) => make('span', { class: 'value' }, make('bdi', { dir: speaker.dir }, speaker.name), make('span', { class: 'quiet' }, speaker.known ? [' ', make('bdi', {}, speaker.known)] : null, ` · ${speaker.lineage}`)));
  return [
    steps(state),
    make('p', { class: 'statement', dir: claim.dir, lang: claim.dir === 'rtl' ? 'ar' : null }, claim.statement),
    make('dl', {},
      make('dt', {}, labels.says), make('dd', {}, speakers),
      make('dt', {}, labels.manner), make('dd', {}, `${claim.kind} · ${claim.manner}`),
      claim.slots.flatMap((slot) => [make('dt', {}, make('mark', { 'data-mark': slot.slot }, slot.name)), make('dd', {}, values(slot.values))])),
    claim.findings.length ? make('ul', { class: 'findings' }, claim.findings.map((finding) => make('li', {}, sentence(finding)))) : null,
  ].filter(Boolean);
}

function paint(state) {
  const { data } = state.args;
  state.text.dir = data.dir;
  state.text.lang = data.lang;
  state.text.setAttribute('aria-label', data.title);
  state.text.replaceChildren(...data.pieces.map((cut) => piece(state, cut)));
  state.detail.replaceChildren(...detail(state));
  const chosen = state.text.querySelector('.chosen');
  if (chosen) chosen.scrollIntoView({ block: 'center' });
}

function listen(state) {
  const byCode = { KeyJ: 1, KeyK: -1 };
  const onKey = (event) => {
    if (!byCode[event.code] || !isOurs(event)) return;
    event.preventDefault();
    step(state, byCode[event.code]);
  };
  window.addEventListener('keydown', onKey, true);
  state.text.addEventListener('click', (event) => clicked(state, event));
  return () => window.removeEventListener('keydown', onKey, true);
}

export default function (component) {
  const root = component.parentElement;
  const { state, first } = remembered(states, root, () => ({ text: root.querySelector('.text'), detail: root.querySelector('.detail') }));
  state.args = component;
  const told = JSON.stringify(component.data);
  if (state.told !== told) {
    state.told = told;
    paint(state);
  }
  if (!first) return undefined;
  const forget = listen(state);
  return () => {
    forget();
    states.delete(root);
  };
}
