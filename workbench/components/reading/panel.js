// Beside the text: the chosen claim, what is marked, and the form of what is being changed.

const QUOTED = 160;

function action(state, name, text, disabled = false) {
  const button = make('button', { type: 'button', 'data-do': name, disabled }, text, keycap(state, name));
  button.addEventListener('click', () => press(state, name));
  return button;
}

function quoted(state, words) {
  const text = wordsOf(state, words);
  return make('q', { dir: 'auto' }, text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text);
}

function steps(state) {
  const { labels } = state.args.data;
  const { claims } = state.page;
  return make('p', { class: 'steps' },
    action(state, 'previous', labels.previous, !claims.length), action(state, 'next', labels.next, !claims.length),
    make('span', { class: 'quiet count' }, state.at ? `${claims.indexOf(state.at) + 1} / ${claims.length}` : `${claims.length}`),
    action(state, 'undo', labels.undo), action(state, 'help', labels.keyMap));
}

function status(state) {
  const { labels } = state.args.data;
  if (state.notice) return make('p', { class: 'notice', role: 'alert' }, sentence(state.notice));
  if (state.pending) return make('p', { class: 'quiet', role: 'status' }, labels.saving);
  return state.said ? make('p', { class: 'said', role: 'status' }, sentence(state.said)) : null;
}

function markedBar(state) {
  const { labels } = state.args.data;
  if (!state.marked || state.form) return null;
  return make('div', { class: 'marked' },
    make('p', {}, make('span', { class: 'quiet' }, `${labels.marked}: `), quoted(state, state.marked)),
    make('p', { class: 'row' }, action(state, 'add', labels.add), state.at ? [action(state, 'anchor', labels.anchor), action(state, 'split', labels.split)] : null));
}

function partRow(state, part, content) {
  const { labels } = state.args.data;
  const button = action(state, part, SLOTS.includes(part) ? make('mark', { 'data-mark': part }, labels.parts[part]) : labels.parts[part]);
  return [make('dt', {}, button), make('dd', {}, content)];
}

function values(found, nothing) {
  if (!found.length) return [make('span', { class: 'quiet' }, nothing)];
  return found.map((value) => make('span', { class: 'value' },
    make('bdi', { dir: value.dir, lang: value.dir === 'rtl' ? 'ar' : null }, value.raw),
    value.read ? make('span', { class: 'quiet' }, '\u00a0· ', make('bdi', {}, value.read)) : null));
}

function speakers(claim) {
  return claim.speakers.map((speaker) => make('span', { class: 'value' }, make('bdi', { dir: speaker.dir }, speaker.name),
    make('span', { class: 'quiet' }, speaker.known ? ['\u00a0· ', make('bdi', {}, speaker.known)] : null, ` · ${speaker.lineage}`)));
}

function claimDetail(state) {
  const { labels } = state.args.data;
  const claim = state.details.get(state.at);
  if (!claim) return [make('p', { class: 'quiet' }, state.at ? labels.loading : labels.hint), state.at ? null : make('p', { class: 'quiet' }, labels.legend)];
  const named = (part) => labels.choices[part].find((choice) => choice.id === claim.given[part]);
  const slot = (name) => (claim.slots.find((one) => one.slot === name) || { values: [] }).values;
  return [
    make('p', { class: 'statement', dir: claim.dir, lang: claim.dir === 'rtl' ? 'ar' : null }, claim.statement),
    make('p', { class: 'row acts' }, action(state, 'statement', labels.parts.statement), action(state, 'merge', labels.merge), action(state, 'reject', labels.reject)),
    make('dl', {},
      SLOTS.flatMap((name) => partRow(state, name, values(slot(name), labels.notStated))),
      partRow(state, 'speaker', speakers(claim)),
      ['kind', 'modality', 'polarity'].flatMap((part) => partRow(state, part, (named(part) || { name: claim.given[part] }).name))),
    claim.findings.length ? make('ul', { class: 'findings' }, claim.findings.map((finding) => make('li', {}, sentence(finding)))) : null,
    make('p', { class: 'quiet' }, `${claim.manner} · ${claim.maker}`),
    claim.history.length ? make('details', {}, make('summary', {}, labels.history), make('ul', {}, claim.history.map((line) => make('li', {}, line)))) : null,
  ];
}

// A newer engine reads something else where somebody has edited: both answers beside it.
function questions(state) {
  const { labels, asked } = state.args.data;
  return asked.map((one) => {
    const keep = make('button', { type: 'button' }, labels.keep);
    keep.addEventListener('click', () => send(state, { do: 'keep', edit: one.edit }));
    const takes = one.new.map((claim) => {
      const take = make('button', { type: 'button' }, labels.accept);
      take.addEventListener('click', () => send(state, { do: 'accept', claims: [claim.id] }));
      return make('p', {}, make('bdi', { dir: 'auto' }, claim.name), ' ', take);
    });
    return make('div', { class: 'asked' }, make('p', {}, one.told), takes, keep);
  });
}

// A form that is done or left gives the focus back to the button that opened it.
function opener(state) {
  return !state.form && state.opener ? state.detail.querySelector(`[data-do="${state.opener}"]`) : null;
}

function paintPanel(state) {
  const parts = [steps(state), status(state), ...questions(state), state.form ? formOf(state) : markedBar(state), ...claimDetail(state)];
  anew(state.detail, () => state.detail.replaceChildren(...parts.filter(Boolean)), () => opener(state));
  if (state.form && state.form.fresh) {
    state.form.fresh = false;
    const first = state.detail.querySelector('.first') || state.detail.querySelector('.main');
    if (first) first.focus();
    if (first && first.matches('input')) first.select();
  }
  paintMarked(state);
}
