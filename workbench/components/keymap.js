// Keys of a screen and the list of them; `labels.keys` come from workbench/shown/keys.py. What a browser remembers.

function stored(name) {
  try {
    return JSON.parse(window.localStorage.getItem(name) || '[]');
  } catch {
    return [];
  }
}

function store(name, value) {
  try {
    if (value.length) window.localStorage.setItem(name, JSON.stringify(value));
    else window.localStorage.removeItem(name);
  } catch {
    // No storage (private window, full quota): the outbox still lives as long as this page.
  }
}

const SWITCH = 'claims/single-keys';

function singleKeys() {
  return !stored(SWITCH).includes('off');
}

function keyOf(state, property, value) {
  return state.args.data.labels.keys.find((key) => key[property] === value);
}

function keycap(state, name) {
  return make('kbd', { 'aria-hidden': 'true' }, keyOf(state, 'name', name).cap);
}

function paintHelp(state) {
  const { labels } = state.args.data;
  const rows = labels.keys.map((key) => make('tr', {}, make('td', {}, make('kbd', {}, key.cap)), make('td', {}, key.does)));
  const toggle = make('button', { type: 'button', 'aria-pressed': String(singleKeys()) }, labels.singleKeys);
  toggle.addEventListener('click', () => {
    store(SWITCH, singleKeys() ? ['off'] : []);
    paintHelp(state);
  });
  const close = make('button', { type: 'button' }, labels.close);
  close.addEventListener('click', () => state.help.close());
  state.help.setAttribute('aria-label', labels.keyMap);
  state.help.replaceChildren(
    make('h2', {}, labels.keyMap),
    make('p', { class: 'quiet' }, labels.byPlace),
    make('table', {}, make('tbody', {}, rows)),
    make('p', { class: 'closing' }, toggle, close),
  );
}
