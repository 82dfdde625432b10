// A plain table whose first column opens a row.
const states = new WeakMap();

function cell(column, content, row, state) {
  const plain = typeof content === 'string' ? { text: content } : content;
  const words = make('span', { class: 'word', dir: plain.dir, lang: plain.lang });
  if (plain.sign) words.append(make('span', { class: 'sign', 'aria-hidden': 'true' }, plain.sign));
  if (column.opens && row.id) {
    const button = make('button', { type: 'button', dir: plain.dir, lang: plain.lang });
    button.textContent = plain.text;
    button.addEventListener('click', () => state.args.setTriggerValue('opened', row.id));
    words.append(button);
  } else {
    words.append(document.createTextNode(plain.text));
  }
  return make('td', { class: column.number ? 'number' : null }, words);
}

function paint(state) {
  const { data } = state.args;
  const heads = data.columns.map((column) => make('th', { scope: 'col', class: column.number ? 'number' : null }, column.name));
  const rows = data.rows.map((row) => make('tr', { class: row.id && row.id === data.chosen ? 'chosen' : null },
    data.columns.map((column, index) => cell(column, row.cells[index], row, state))));
  const table = make('table', {},
    make('caption', { class: data.captionHidden ? 'visually-hidden' : null }, data.caption),
    make('thead', {}, make('tr', {}, heads)),
    make('tbody', {}, rows));
  state.root.replaceChildren(table);
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
