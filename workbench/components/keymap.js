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

// Whether what has the focus does something of its own at Enter: a link of the sidebar, a tab, a fold.
const ENTERED = 'a[href], button, summary, select, [role=button], [role=tab], [role=radio], [role=switch], [role=option]';

function takesEnter(event) {
  const target = event.composedPath()[0];
  return Boolean(target.closest && target.closest(ENTERED));
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
    toggle.setAttribute('aria-pressed', String(singleKeys()));
  });
  const close = make('button', { type: 'button', autofocus: true }, labels.close);
  close.addEventListener('click', () => state.help.close());
  state.help.setAttribute('aria-label', labels.keyMap);
  state.help.replaceChildren(
    make('h2', {}, labels.keyMap),
    make('p', { class: 'quiet' }, labels.byPlace),
    make('table', {}, make('tbody', {}, rows)),
    make('p', { class: 'closing' }, toggle, close),
  );
}

// Keys of a screen as long as it stands: `meant` says which presses are for it. Gives what takes the listener off again.
function onKeys(state, meant, act) {
  const onKey = (event) => {
    const key = keyOf(state, 'code', event.code);
    if (!key || state.help.open || !singleKeys() || !meant(event, key)) return;
    event.preventDefault();
    act(key.name);
  };
  window.addEventListener('keydown', onKey, true);
  return () => window.removeEventListener('keydown', onKey, true);
}

// A component that is painted anew when its data are others, and listens to its keys until it goes.
function mounted(states, component, fresh, paint, listen) {
  const parent = component.parentElement;
  const { state, first } = remembered(states, parent, () => fresh(parent));
  state.args = component;
  const told = JSON.stringify(component.data);
  if (state.told !== told) {
    state.told = told;
    paintHelp(state);
    anew(parent, () => paint(state));
  }
  if (!first) return undefined;
  const forget = listen(state);
  return () => {
    forget();
    states.delete(parent);
  };
}
