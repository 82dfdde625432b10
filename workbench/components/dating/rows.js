// One row for each document: its day and publisher in fields, and what it says of its day itself; nothing is taken but by a press.
const FIELDS = ['published', 'publisher'];
const WHOLE = /^\d{4}-\d{2}-\d{2}$/;

function typed(state, row) {
  return { published: row.published, publisher: row.publisher, ...state.typed.get(row.id) };
}

function changes(state) {
  return state.args.data.rows.filter((row) => FIELDS.some((name) => typed(state, row)[name].trim() !== row[name]));
}

function keepTyped(state) {
  store(state.args.data.name, [...state.typed].map(([id, said]) => ({ id, ...said })));
}

function type(state, row, name, value) {
  const said = { ...state.typed.get(row.id), [name]: value };
  state.typed.set(row.id, said);
  if (FIELDS.every((each) => said[each] === undefined || said[each] === row[each])) state.typed.delete(row.id);
  keepTyped(state);
}

// What speaks against a day that was typed; it is kept all the same, for the text may be wrong.
function against(state, row) {
  const { labels, today } = state.args.data;
  const day = typed(state, row).published.trim();
  if (!WHOLE.test(day)) return '';
  if (day > today) return labels.ahead;
  return row.since && day < row.since ? labels.before.replace('{day}', row.sinceSaid) : '';
}

function refresh(state, row) {
  const line = state.root.querySelector(`tr[data-row="${row.id}"]`);
  const changed = changes(state).includes(row);
  line.classList.toggle('changed', changed);
  line.querySelector('.warn').textContent = against(state, row);
  line.querySelector('.sign').textContent = changed ? '✎ ' : '';
  paintSteps(state);
}

function below(state, element, name, by) {
  const all = [...state.root.querySelectorAll(`tbody input[data-field=${name}]`)];
  const next = all[all.indexOf(element) + by];
  if (next) next.focus();
  else if (by > 0) state.root.querySelector('[data-do=keep]').focus();
}

function field(state, row, name, attributes) {
  const { labels } = state.args.data;
  const input = make('input', { type: 'text', maxlength: 2000, 'data-field': name, autocomplete: 'off', 'aria-label': `${labels[name]}: ${row.title}`, ...attributes });
  input.value = typed(state, row)[name];
  input.addEventListener('input', () => { type(state, row, name, input.value); refresh(state, row); });
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    below(state, input, name, event.shiftKey ? -1 : 1);
  });
  return input;
}

function take(state, row, day) {
  type(state, row, 'published', day);
  const input = state.root.querySelector(`tr[data-row="${row.id}"] input[data-field=published]`);
  input.value = day;
  refresh(state, row);
  input.focus();
}

function hint(state, row, one) {
  const { labels } = state.args.data;
  const days = one.days.map((day) => {
    const button = make('button', { type: 'button', 'aria-label': `${labels.take} ${day.said}: ${row.title}` }, make('bdi', {}, day.said));
    button.addEventListener('click', () => take(state, row, day.edtf));
    return button;
  });
  return make('li', {}, sentence(one.why), days.length ? make('span', { class: 'days' }, days) : null);
}

function tableRow(state, row) {
  const { labels } = state.args.data;
  const box = make('input', { type: 'checkbox', 'aria-label': `${labels.tick}: ${row.title}` });
  box.checked = state.ticked.has(row.id);
  box.addEventListener('change', () => {
    if (box.checked) state.ticked.add(row.id);
    else state.ticked.delete(row.id);
    paintTogether(state);
  });
  const title = make('button', { type: 'button', class: 'opens', dir: row.dir }, evidence(row.title));
  title.addEventListener('click', () => state.args.setTriggerValue('opened', row.id));
  const changed = changes(state).includes(row);
  return make('tr', { 'data-row': row.id, class: changed ? 'changed' : null },
    make('td', {}, box),
    make('td', { class: 'named' }, make('span', { class: 'sign', 'aria-hidden': 'true' }, changed ? '✎ ' : ''), title, row.file ? make('span', { class: 'quiet file' }, make('bdi', {}, row.file)) : null),
    make('td', { class: 'when' }, field(state, row, 'published', { dir: 'ltr', placeholder: labels.form }), make('span', { class: 'warn', role: 'status' }, against(state, row))),
    make('td', { class: 'who' }, field(state, row, 'publisher', { dir: 'auto', list: 'publishers' })),
    make('td', { class: 'says' }, row.hints.length ? make('ul', {}, row.hints.map((one) => hint(state, row, one))) : make('span', { class: 'quiet' }, row.dated ? row.dated : labels.nothing)));
}

function paintRows(state) {
  const { rows, labels, publishers, caption } = state.args.data;
  const all = make('input', { type: 'checkbox', 'aria-label': labels.tickAll });
  all.checked = rows.length > 0 && rows.every((row) => state.ticked.has(row.id));
  all.addEventListener('change', () => {
    state.ticked = new Set(all.checked ? rows.map((row) => row.id) : []);
    anew(state.root, () => { paintRows(state); paintTogether(state); });
  });
  const heads = [['', all], ['named', labels.document], ['when', labels.published], ['who', labels.publisher], ['says', labels.says]];
  state.root.querySelector('.scroll').replaceChildren(
    make('datalist', { id: 'publishers' }, publishers.map((name) => make('option', { value: name }))),
    make('table', {}, make('caption', { class: 'visually-hidden' }, caption),
      make('thead', {}, make('tr', {}, heads.map(([kind, what]) => (kind ? make('th', { scope: 'col', class: kind }, what) : make('td', {}, what))))),
      make('tbody', {}, rows.map((row) => tableRow(state, row)))));
}
