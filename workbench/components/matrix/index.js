// Dates down, sources across. One cell has the focus; arrows move it, and the next conflict is one key away.
const states = new WeakMap();

const MOVES = { up: [-1, 0], down: [1, 0], left: [0, -1], right: [0, 1] };

function cell(state, row, one, at) {
  if (!one) return make('td', {});
  const button = make('button', { type: 'button', tabindex: -1, 'data-at': at, 'data-state': one.state },
    make('span', { class: 'sign', 'aria-hidden': 'true' }, one.sign), one.word, one.slots ? ` (${one.slots})` : '', make('span', { class: 'quiet' }, one.count));
  button.addEventListener('click', () => state.args.setTriggerValue('opened', { date: row.date, source: one.source }));
  button.addEventListener('focus', () => stand(state, button));
  return make('td', {}, button);
}

// Who nobody has named is named from here.
function head(state, source) {
  const th = make('th', { scope: 'col' }, make('bdi', { dir: source.dir }, evidence(source.name)));
  if (source.file) th.append(make('bdi', { class: 'file', dir: 'ltr', title: source.file }, source.file));
  if (!source.ask) return th;
  const ask = make('button', { type: 'button', class: 'ask', 'aria-label': `${source.ask}: ${source.name}` }, source.ask);
  ask.addEventListener('click', () => state.args.setTriggerValue('opened', { date: '', source: source.source }));
  th.append(ask);
  return th;
}

function stand(state, button) {
  state.root.querySelectorAll('td>button').forEach((other) => { other.tabIndex = other === button ? 0 : -1; });
  state.at = button.dataset.at;
}

function paint(state) {
  const { data } = state.args;
  const heads = [make('th', { scope: 'col' }, data.labels.date), ...data.sources.map((source) => head(state, source))];
  const rows = data.rows.map((row, down) => make('tr', {}, make('th', { scope: 'row' }, row.spoken), row.cells.map((one, across) => cell(state, row, one, `${down} ${across}`))));
  state.root.querySelector('.scroll').replaceChildren(make('table', {},
    make('caption', { class: 'visually-hidden' }, data.caption), make('thead', {}, make('tr', {}, heads)), make('tbody', {}, rows)));
  const help = make('button', { type: 'button' }, data.labels.keyMap, keycap(state, 'help'));
  help.addEventListener('click', () => state.help.showModal());
  state.root.querySelector('.legend').replaceChildren(...data.legend.map((one) => make('span', { 'data-state': one.state },
    make('span', { class: 'sign', 'aria-hidden': 'true' }, one.sign), one.word)), help);
  const first = state.root.querySelector('td>button');
  if (first) stand(state, first);
}

// The nearest cell with claims in the direction of the arrow; arrows go by what is seen, also from right to left.
function move(state, name) {
  const { data } = state.args;
  const [down, sideways] = MOVES[name];
  const across = getComputedStyle(state.root).direction === 'rtl' ? -sideways : sideways;
  let [row, column] = state.at.split(' ').map(Number);
  for (;;) {
    row += down;
    column += across;
    if (row < 0 || column < 0 || row >= data.rows.length || column >= data.sources.length) return;
    if (data.rows[row].cells[column]) break;
  }
  state.root.querySelector(`[data-at="${row} ${column}"]`).focus();
}

function nextConflict(state) {
  const all = [...state.root.querySelectorAll('td>button')];
  const at = all.findIndex((button) => button.dataset.at === state.at && button.tabIndex === 0 && state.walked);
  const found = [...all.slice(at + 1), ...all.slice(0, at + 1)].find((button) => button.dataset.state === 'conflict');
  state.walked = true;
  if (found) found.focus();
}

function press(state, name) {
  if (MOVES[name]) move(state, name);
  else if (name === 'conflict') nextConflict(state);
  else if (name === 'help') state.help.showModal();
}

// Arrows move within the table; Enter on a cell is a button's own.
function listen(state) {
  const meant = (event, key) => key.name !== 'open' && isOurs(event, Boolean(MOVES[key.name])) && (!MOVES[key.name] || state.root.contains(event.composedPath()[0]));
  return onKeys(state, meant, (name) => press(state, name));
}

export default function (component) {
  const fresh = (parent) => ({ root: parent.querySelector('.matrix'), help: parent.querySelector('.keys'), at: '0 0', walked: false });
  return mounted(states, component, fresh, paint, listen);
}
