// One incident: a table of source by slot, the counts, its claims and its pairs; every claim opens where it stands.
const states = new WeakMap();

const KINDS = { '=': 'alike', '≈': 'alike', '≠': 'alone', '±': 'divided' };

function said(value) {
  return [make('bdi', { dir: value.dir, lang: value.dir === 'rtl' ? 'ar' : null }, value.raw),
    value.read ? make('span', { class: 'quiet' }, make('bdi', {}, value.read)) : null];
}

function opens(state, screen, name, attributes, ...children) {
  const button = make('button', { type: 'button', ...attributes }, ...children);
  button.addEventListener('click', () => state.args.setTriggerValue('opened', { screen, name }));
  return button;
}

function cell(state, one) {
  const standing = make('span', { class: 'standing' }, make('span', { class: 'sign', 'aria-hidden': 'true' }, one.sign), ` ${one.word}`,
    one.other ? make('span', { class: 'quiet' }, one.other) : null);
  return make('td', { class: one.values.length ? KINDS[one.sign] : 'quiet' },
    one.values.map((value) => opens(state, 'reading', value.claim, { class: 'value' }, said(value))), standing);
}

function paintPicture(state) {
  const { data } = state.args;
  const heads = [data.labels.source, ...data.slots.map((slot) => slot.name)].map((name) => make('th', { scope: 'col' }, name));
  const rows = data.sources.map((source) => make('tr', {},
    make('th', { scope: 'row' }, make('bdi', { dir: source.dir }, source.name), make('span', { class: 'quiet' }, source.lineage),
      source.once ? make('span', { class: 'once' }, source.once) : null),
    source.cells.map((one) => cell(state, one))));
  state.root.querySelector('.picture').replaceChildren(
    make('h2', {}, data.labels.picture),
    make('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': data.labels.picture },
      make('table', {}, make('thead', {}, make('tr', {}, heads)), make('tbody', {}, rows))));
}

function paintCounts(state) {
  const { counts, labels } = state.args.data;
  const lines = counts.flatMap((one) => [make('p', { class: 'range' }, one.range),
    make('ul', { class: 'said' }, one.said.map((each) => make('li', {}, make('bdi', {}, each.source), ': ',
      opens(state, 'reading', each.claim, {}, make('bdi', { dir: each.dir, lang: each.dir === 'rtl' ? 'ar' : null }, each.raw)))))]);
  state.root.querySelector('.counts').replaceChildren(make('h2', {}, labels.counts), ...(lines.length ? lines : [make('p', { class: 'quiet' }, labels.noCounts)]));
}

function paintPairs(state) {
  const { pairs, labels } = state.args.data;
  const lines = pairs.map((pair) => opens(state, 'compare', pair.key, {},
    make('span', { class: 'relation' }, make('span', { 'aria-hidden': 'true' }, `${pair.sign} `), pair.word), pair.slots ? ` (${pair.slots})` : '', ': ',
    make('bdi', {}, pair.left), ' ~ ', make('bdi', {}, pair.right), pair.mine ? make('span', { class: 'quiet' }, ` · ${labels.mine}: ${pair.mine}`) : null));
  state.root.querySelector('.pairs').replaceChildren(make('h2', {}, labels.pairs), ...(lines.length ? lines : [make('p', { class: 'quiet' }, labels.noPairs)]));
}

function claimRow(state, claim) {
  const box = make('input', { type: 'checkbox', 'aria-label': `${state.args.data.labels.choose}: ${claim.statement}` });
  box.checked = state.chosen.has(claim.id);
  box.addEventListener('change', () => { choose(state, claim.id); });
  const statement = opens(state, 'reading', claim.id, { class: 'statement', dir: claim.dir, lang: claim.lang }, claim.statement);
  statement.addEventListener('focus', () => { if (state.at !== claim.id) { state.at = claim.id; paintAt(state); } });
  return make('li', { 'data-claim': claim.id }, box, statement, make('span', { class: 'quiet' }, make('bdi', {}, claim.source)));
}

function paintClaims(state) {
  const { claims, labels } = state.args.data;
  state.root.querySelector('.claims').replaceChildren(make('h2', {}, labels.claims), make('ul', {}, claims.map((claim) => claimRow(state, claim))));
  paintAt(state);
}

function paintAt(state) {
  state.root.querySelectorAll('.claims>ul>li').forEach((row) => row.classList.toggle('at', row.dataset.claim === state.at));
}

function action(state, name, text) {
  const button = make('button', { type: 'button', 'data-do': name }, text, keycap(state, name));
  button.addEventListener('click', () => press(state, name));
  return button;
}

function paintSteps(state) {
  const { labels } = state.args.data;
  state.root.querySelector('.steps').replaceChildren(...['list', 'next', 'previous', 'read', 'compare', 'split', 'merge', 'undo'].map((name) => action(state, name, labels[name])), action(state, 'help', labels.keyMap));
}

function choose(state, id) {
  if (state.chosen.has(id)) state.chosen.delete(id);
  else state.chosen.add(id);
  anew(state.root, () => paintClaims(state));
}

function step(state, by) {
  const ids = state.args.data.claims.map((claim) => claim.id);
  const index = ids.indexOf(state.at);
  state.at = ids[index < 0 ? 0 : Math.min(ids.length - 1, Math.max(0, index + by))];
  paintAt(state);
  const row = state.root.querySelector('li.at');
  row.scrollIntoView({ block: 'nearest' });
  row.querySelector('.statement').focus();
}

function standing(state) {
  return state.args.data.claims.find((claim) => claim.id === state.at);
}

const ACTIONS = {
  next: (state) => step(state, 1),
  previous: (state) => step(state, -1),
  read: (state) => standing(state) && state.args.setTriggerValue('opened', { screen: 'reading', name: state.at }),
  compare: (state) => {
    const pair = (standing(state) || {}).pair || (state.args.data.pairs[0] || {}).key;
    if (pair) state.args.setTriggerValue('opened', { screen: 'compare', name: pair });
  },
  choose: (state) => state.at && choose(state, state.at),
  list: (state) => state.args.setTriggerValue('opened', { screen: 'incidents', name: '' }),
  split: (state) => open(state, 'split'),
  merge: (state) => open(state, 'merge'),
  undo: (state) => send(state, { do: 'undo' }),
  back: (state) => {
    if (!state.form && !state.notice) state.chosen.clear();
    Object.assign(state, { form: null, notice: '', said: '' });
    paintClaims(state);
  },
  help: (state) => state.help.showModal(),
};

const GROUPS = new Set(['split', 'merge', 'undo', 'back']);

function press(state, name) {
  if (state.pending && name !== 'help') return;
  ACTIONS[name](state);
  if (GROUPS.has(name)) anew(state.root, () => paintGroup(state), () => opener(state));
}

function listen(state) {
  const onKey = (event) => {
    if (event.key === 'Escape' && state.form && !state.help.open) {
      press(state, 'back');
      return;
    }
    const key = keyOf(state, 'code', event.code);
    if (!key || !isOurs(event) || state.help.open || !singleKeys()) return;
    if (key.code === 'Enter' && takesEnter(event)) return;
    event.preventDefault();
    press(state, key.name);
  };
  window.addEventListener('keydown', onKey, true);
  const timer = setInterval(() => { if (state.pending && Date.now() - state.sentAt > AGAIN_MS) sendAgain(state); }, 1000);
  return () => {
    window.removeEventListener('keydown', onKey, true);
    clearInterval(timer);
  };
}

function paint(state) {
  paintGroup(state);
  paintSteps(state);
  paintPicture(state);
  paintCounts(state);
  paintPairs(state);
  paintClaims(state);
}

export default function (component) {
  const parent = component.parentElement;
  const { state, first } = remembered(states, parent, () => ({ root: parent.querySelector('.incident'), help: parent.querySelector('.keys'), at: '', chosen: new Set(), form: null, pending: null, notice: '', said: '' }));
  state.args = component;
  const told = JSON.stringify(component.data);
  if (state.told !== told) {
    state.told = told;
    answered(state);
    state.chosen.forEach((id) => { if (!component.data.claims.some((claim) => claim.id === id)) state.chosen.delete(id); });
    paintHelp(state);
    anew(state.root, () => paint(state), () => opener(state));
  }
  if (!first) return undefined;
  const forget = listen(state);
  return () => {
    forget();
    states.delete(parent);
  };
}
