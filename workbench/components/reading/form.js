// The form of a change: what shall be done, its fields, a reason, do it or leave it.

const READABLE = new Set([...SLOTS, 'speaker']);

function field(state, part, value) {
  const { labels } = state.args.data;
  const choices = labels.choices[part];
  const keep = (event) => { state.form.value = event.target.value; };
  if (choices) {
    const select = make('select', { class: 'first', 'aria-label': labels.parts[part] }, choices.map((one) => make('option', { value: one.id, selected: one.id === value }, one.name)));
    select.addEventListener('change', keep);
    return select;
  }
  const input = part === 'statement'
    ? make('textarea', { class: 'first', rows: 4, dir: 'auto', maxlength: 4000, 'aria-label': labels.value })
    : make('input', { class: 'first', type: 'text', dir: 'auto', maxlength: 400, 'aria-label': labels.value, placeholder: part === 'date' ? labels.dateHint : null });
  input.value = value;
  input.addEventListener('input', keep);
  return input;
}

function plain(text, act) {
  const button = make('button', { type: 'button' }, text);
  button.addEventListener('click', act);
  return button;
}

// Who says a claim that is added: nobody named, the publisher; those whom the document names are offered.
function speakerField(state) {
  const { labels, voices } = state.args.data;
  const input = make('input', { type: 'text', class: 'speaker', dir: 'auto', maxlength: 400, list: 'voices', placeholder: labels.publisher });
  input.value = state.form.speaker || '';
  input.addEventListener('input', (event) => { state.form.speaker = event.target.value; });
  return [make('label', {}, `${labels.parts.speaker} `, input), make('datalist', { id: 'voices' }, voices.map((value) => make('option', { value })))];
}

// Title, fields and the word on the button that does it, by what is to be done.
const FORMS = {
  correct(state) {
    const { labels } = state.args.data;
    const { part, value } = state.form;
    const others = READABLE.has(part) ? [
      state.marked ? plain(labels.readThere, () => send(state, { do: 'correct', part, words: [state.marked] })) : null,
      plain(labels.takeOut, () => send(state, { do: 'correct', part })),
    ] : [];
    return {
      title: labels.parts[part],
      body: [field(state, part, value), state.marked && READABLE.has(part) ? make('p', {}, make('span', { class: 'quiet' }, `${labels.marked}: `), quoted(state, state.marked)) : null],
      others,
      does: labels.save,
    };
  },
  add(state) {
    const { labels } = state.args.data;
    return { title: labels.add, body: [make('p', {}, quoted(state, state.marked)), make('label', {}, `${labels.addAs} `, field(state, 'kind', state.form.value)), ...speakerField(state)], does: labels.add };
  },
  split(state) {
    const { labels } = state.args.data;
    const parts = state.form.parts.map((words, index) => make('li', {}, quoted(state, words), ' ', plain('✕', () => {
      state.form.parts.splice(index, 1);
      paintPanel(state);
    })));
    const more = state.marked ? make('p', { class: 'marked' }, quoted(state, state.marked), action(state, 'split', labels.takePart)) : null;
    const hint = parts.length < 2 && !more ? make('p', { class: 'quiet' }, sentence(labels.nextPart)) : null;
    return { title: labels.split, body: [make('ol', {}, parts), more, hint], does: labels.splitInto, idle: parts.length < 2 };
  },
  merge(state) {
    const { labels } = state.args.data;
    const lines = state.form.claims.map((id) => make('li', {}, quoted(state, spanOf(state, id))));
    return { title: labels.merge, body: [make('ol', {}, lines)], does: labels.mergeBoth };
  },
  anchor: (state) => ({ title: state.args.data.labels.anchor, body: [make('p', {}, quoted(state, state.marked))], does: state.args.data.labels.anchor }),
  reject: (state) => ({ title: state.args.data.labels.reject, body: [], does: state.args.data.labels.rejectIt }),
};

function formOf(state) {
  const { labels } = state.args.data;
  const { title, body, others = [], does, idle = false } = FORMS[state.form.do](state);
  const save = make('button', { type: 'submit', class: 'main', disabled: idle, 'aria-disabled': state.pending ? 'true' : null }, does, keycap(state, 'confirm'));
  const leave = make('button', { type: 'button' }, labels.cancel, keycap(state, 'back'));
  leave.addEventListener('click', () => press(state, 'back'));
  const form = make('form', { 'aria-label': title }, make('h2', {}, title), body.filter(Boolean), reasonField(labels, state.form), make('p', { class: 'row' }, save, others, leave));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit(state);
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && event.target.classList.contains('reason')) {
      event.stopPropagation();
      event.target.blur();
      save.focus();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      press(state, 'back');
    } else if (event.key === 'Enter' && event.target.tagName === 'SELECT') {
      event.preventDefault();
      submit(state);
    }
  });
  return form;
}

function submit(state) {
  const { form, marked } = state;
  const value = form.value || '';
  if (state.pending || (form.do === 'correct' && !value.trim())) return;
  const claims = [form.about];
  const asks = {
    correct: () => ({ do: 'correct', claims, part: form.part, value, words: marked && READABLE.has(form.part) ? [marked] : [] }),
    add: () => ({ do: 'add', words: [marked], kind: value, speaker: (form.speaker || '').trim() }),
    split: () => ({ do: 'split', claims, words: form.parts }),
    merge: () => ({ do: 'merge', claims: form.claims }),
    anchor: () => ({ do: 'anchor', claims, words: [marked] }),
    reject: () => ({ do: 'reject', claims }),
  };
  send(state, asks[form.do]());
}
