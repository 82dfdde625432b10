// Day and publisher of many documents, in a table that is filled in place and kept at once.
const states = new WeakMap();

function action(state, name, text, attributes) {
  const button = make('button', { type: 'button', 'data-do': name, ...attributes }, text, keycap(state, name));
  button.addEventListener('click', () => press(state, name));
  return button;
}

function paintSteps(state) {
  const { labels, busy, undo } = state.args.data;
  const count = changes(state).length;
  const steps = state.root.querySelector('.steps');
  const keep = state.keep || action(state, 'keep', '', { class: 'main' });
  state.keep = keep;
  keep.firstChild.textContent = `${labels.keep} (${count})`;
  keep.disabled = busy || !count;
  const rest = [undo ? action(state, 'undo', undo, { disabled: busy }) : null, action(state, 'help', labels.keyMap), busy ? make('span', { class: 'quiet', role: 'status' }, labels.busy) : null].filter(Boolean);
  while (keep.nextSibling) keep.nextSibling.remove();
  if (keep.parentElement !== steps) steps.replaceChildren(keep);
  steps.append(...rest);
}

function together(state, name, attributes) {
  const { labels } = state.args.data;
  const input = make('input', { type: 'text', maxlength: 2000, autocomplete: 'off', 'aria-label': `${labels.ticked}: ${labels[name]}`, placeholder: labels[name], ...attributes });
  input.value = state.all[name];
  input.addEventListener('input', () => { state.all[name] = input.value; });
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    fill(state);
  });
  return input;
}

function fill(state) {
  const said = FIELDS.filter((name) => state.all[name].trim());
  const rows = state.args.data.rows.filter((row) => state.ticked.has(row.id));
  rows.forEach((row) => said.forEach((name) => type(state, row, name, state.all[name].trim())));
  anew(state.root, () => paint(state));
}

function paintTogether(state) {
  const { labels } = state.args.data;
  const button = make('button', { type: 'button', 'data-do': 'fill', disabled: !state.ticked.size }, `${labels.fill} (${state.ticked.size})`);
  button.addEventListener('click', () => fill(state));
  state.root.querySelector('.together').replaceChildren(make('span', { class: 'quiet' }, `${labels.ticked}:`),
    together(state, 'published', { dir: 'auto' }), together(state, 'publisher', { dir: 'auto', list: 'publishers' }), button);
}

function paint(state) {
  paintSteps(state);
  paintTogether(state);
  paintRows(state);
}

const ACTIONS = {
  keep: (state) => {
    const rows = changes(state);
    if (!rows.length) return;
    const entries = rows.map((row) => ({ document: row.id, seen: [row.published, row.publisher], published: typed(state, row).published.trim(), publisher: typed(state, row).publisher.trim() }));
    state.sent = new Map(entries.map((one) => [one.document, one]));
    state.args.setTriggerValue('ask', { do: 'keep', token: token(), entries });
  },
  undo: (state) => state.args.data.undo && state.args.setTriggerValue('ask', { do: 'undo', token: token(), entries: [] }),
  help: (state) => state.help.showModal(),
};

function press(state, name) {
  if (state.args.data.busy && name !== 'help') return;
  ACTIONS[name](state);
}

// Whether what stands in the fields of a row is what was sent; what was typed there meanwhile is kept.
function asSent(state, id) {
  const sent = state.sent.get(id);
  const now = state.typed.get(id);
  return !sent || !now || FIELDS.every((name) => now[name] === undefined || now[name].trim() === sent[name]);
}

// What was kept is typed no more; what was refused stays in its fields.
function settle(state) {
  const { rows, answer } = state.args.data;
  if (answer.token !== state.answered) answer.kept.filter((id) => asSent(state, id)).forEach((id) => state.typed.delete(id));
  state.answered = answer.token;
  rows.forEach((row) => { if (!changes(state).includes(row)) state.typed.delete(row.id); });
  keepTyped(state);
}

export default function (component) {
  const parent = component.parentElement;
  const { state, first } = remembered(states, parent, () => ({
    root: parent.querySelector('.dating'), help: parent.querySelector('.keys'), ticked: new Set(), sent: new Map(), keep: null, answered: '', all: { published: '', publisher: '' },
    typed: new Map(stored(component.data.name).map(({ id, ...said }) => [id, said])),
  }));
  state.args = component;
  const told = JSON.stringify(component.data);
  if (state.told !== told) {
    state.told = told;
    settle(state);
    const here = new Set(component.data.rows.map((row) => row.id));
    state.ticked = new Set([...state.ticked].filter((id) => here.has(id)));
    paintHelp(state);
    anew(state.root, () => paint(state));
  }
  if (!first) return undefined;
  const forget = onKeys(state, (event, key) => isOurs(event) && !(key.code === 'Enter' && takesEnter(event)), (name) => press(state, name));
  return () => {
    forget();
    states.delete(parent);
  };
}
