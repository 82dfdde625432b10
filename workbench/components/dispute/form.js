// The form of a ruling: what holds, on what ground, and why. What is marked is what is sent, with the answers seen.

const SLOTS = ['date', 'place', 'actor', 'target', 'quantity'];
const SAYS = { agree: 'yes', conflict: 'yes', partial: 'yes', not_comparable: 'no', unsure: 'unsure' };
const PARTING = new Set(['conflict', 'partial']);

function blank() {
  return { relation: '', gate: '', slots: new Set(), apparent: '', ground: 'evidence', note: '' };
}

function relate(state, relation) {
  state.mark.relation = relation;
  state.mark.gate = SAYS[relation];
  if (!PARTING.has(relation)) state.mark.slots.clear();
}

function toggleSlot(state, slot) {
  const { slots } = state.mark;
  if (slots.has(slot)) slots.delete(slot);
  else slots.add(slot);
  if (slots.size && !PARTING.has(state.mark.relation)) relate(state, 'conflict');
}

function adopt(state, index) {
  const given = state.args.data.given[index];
  if (!given) return;
  state.mark = { ...state.mark, relation: given.relation, gate: given.same_event, slots: new Set(given.slots), apparent: given.apparent, ground: index ? 'other_adopted' : 'first_adopted' };
}

function missing(state) {
  const { labels } = state.args.data;
  const { mark } = state;
  if (!mark.relation) return labels.chooseFirst;
  if (mark.relation === 'conflict' && !mark.slots.size) return labels.slotFirst;
  return mark.ground === 'other' && !mark.note.trim() ? labels.noteFirst : '';
}

function settle(state) {
  state.notice = missing(state);
  if (state.notice) return;
  const { data } = state.args;
  const { mark } = state;
  send(state, {
    do: 'settle', key: data.key, seen: data.given.map((one) => ({ by: one.by, at: one.at, place: one.place })),
    relation: mark.relation, same_event: mark.gate, slots: SLOTS.filter((slot) => mark.slots.has(slot)),
    apparent: mark.apparent || null, ground: mark.ground, note: mark.note.trim(),
  });
}

function chosen(state, name, text, pressed) {
  const button = make('button', { type: 'button', 'data-do': name, 'aria-pressed': pressed === undefined ? null : String(pressed) }, text, keycap(state, name));
  button.addEventListener('click', () => press(state, name));
  return button;
}

function selection(state, name, options, empty) {
  const { labels } = state.args.data;
  const select = make('select', { 'aria-label': labels[name], class: name }, empty ? make('option', { value: '' }, '–') : null,
    options.map((one) => make('option', { value: one.id, selected: one.id === state.mark[name] }, one.name)));
  select.addEventListener('change', () => { state.mark[name] = select.value; });
  return make('label', {}, `${labels[name]} `, select, keycap(state, name));
}

function paintDesk(state) {
  const { key, labels, choices } = state.args.data;
  const { mark } = state;
  if (!key) {
    state.desk.replaceChildren(make('div', { class: 'row' }, chosen(state, 'undo', labels.undo), chosen(state, 'help', labels.keyMap)));
    return;
  }
  const note = make('input', { type: 'text', class: 'note', dir: 'auto', maxlength: 2000, 'aria-label': labels.note, placeholder: labels.note });
  note.value = mark.note;
  note.addEventListener('input', () => { mark.note = note.value; });
  state.desk.replaceChildren(
    make('div', { class: 'row relations' }, make('span', { class: 'question' }, labels.relation),
      choices.relation.map((one) => chosen(state, one.id, one.name, mark.relation === one.id))),
    make('div', { class: 'row' }, make('span', { class: 'question' }, labels.slots),
      SLOTS.map((slot, index) => chosen(state, `slot${index + 1}`, labels.slotNames[slot], mark.slots.has(slot))),
      make('span', { class: 'question' }, labels.sameEvent), choices.gate.map((one) => chosen(state, one.key, one.name, mark.gate === one.id))),
    make('div', { class: 'row' }, selection(state, 'ground', choices.ground, false), selection(state, 'apparent', choices.apparent, true), note, keycap(state, 'note')),
    make('div', { class: 'row' }, ['undo', 'later', 'compare'].map((name) => chosen(state, name, labels[name])), chosen(state, 'help', labels.keyMap),
      state.pending ? make('span', { class: 'quiet', role: 'status' }, labels.saving) : null, chosen(state, 'settle', labels.settle)));
  state.desk.querySelector('[data-do=settle]').classList.add('main');
}
