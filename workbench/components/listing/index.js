// A plain table whose first column opens a row.
const states = new WeakMap();

// Words of a document that fill more than a line are set from the side where they begin; shorter ones stay with their column.
const LINE = 40;

function kind(column) {
  return ['number', 'wide', 'narrow'].filter((name) => column[name]).join(' ') || null;
}

function cell(column, content, row, state) {
  const plain = typeof content === 'string' ? { text: content } : content;
  const words = make('span', { class: 'word', dir: plain.text.length > LINE ? plain.dir : null });
  if (plain.sign) words.append(make('span', { class: 'sign', 'aria-hidden': 'true' }, plain.sign));
  if (column.opens && row.address) {
    const link = make('a', { href: row.address, dir: plain.dir });
    link.append(...(plain.dir ? evidence(plain.text) : sentence(plain.text)));
    words.append(link);
  } else if (column.opens && row.id) {
    const button = make('button', { type: 'button', dir: plain.dir });
    button.append(...evidence(plain.text));
    button.addEventListener('click', () => state.args.setTriggerValue('opened', row.id));
    words.append(button);
  } else {
    words.append(...(plain.dir ? [make('bdi', { dir: plain.dir }, evidence(plain.text))] : sentence(plain.text)));
  }
  return make('td', { class: kind(column) }, words);
}

function paint(state) {
  const { data } = state.args;
  const heads = data.columns.map((column) => make('th', { scope: 'col', class: kind(column) }, column.name));
  const rows = data.rows.map((row) => make('tr', { class: row.id && row.id === data.chosen ? 'chosen' : null },
    data.columns.map((column, index) => cell(column, row.cells[index], row, state))));
  const table = make('table', {},
    make('caption', { class: data.captionHidden ? 'visually-hidden' : null }, data.caption),
    make('thead', {}, make('tr', {}, heads)),
    make('tbody', {}, rows));
  anew(state.root, () => state.root.replaceChildren(table));
}

export default function (component) {
  const { state } = remembered(states, component.parentElement, () => ({ root: component.parentElement.querySelector('.listing') }));
  state.args = component;
  const told = JSON.stringify(component.data);
  if (state.told !== told) {
    state.told = told;
    paint(state);
  }
}
