// Saying that incidents are one, or that one is several: a form with a reason, one ask at a time.
const AGAIN_MS = 15000;

function send(state, ask) {
  if (state.pending) return;
  state.pending = { token: token(), incident: state.args.data.id, ...ask };
  state.said = '';
  sendAgain(state);
}

function sendAgain(state) {
  state.sentAt = Date.now();
  state.args.setTriggerValue('ask', state.pending);
}

function open(state, what) {
  const { labels, others, claims } = state.args.data;
  const some = state.chosen.size && state.chosen.size < claims.length;
  state.notice = what === 'split' && !some ? labels.chooseSome : (what === 'merge' && !others.length ? labels.noOthers : '');
  state.opener = what;
  state.form = state.notice ? null : { do: what, reason: '', other: others.length ? others[0].id : '', fresh: true };
}

// A form that is done or left gives the focus back to the button that opened it.
function opener(state) {
  return !state.form && state.opener ? state.root.querySelector(`[data-do="${state.opener}"]`) : null;
}

function submit(state) {
  const { form } = state;
  const claims = form.do === 'split' ? [...state.chosen] : [];
  send(state, { do: form.do, other: form.do === 'merge' ? form.other : '', claims, reason: form.reason.trim() });
}

function formOf(state) {
  const { labels, others } = state.args.data;
  const { form } = state;
  const other = make('select', { 'aria-label': labels.mergeWith }, others.map((one) => make('option', { value: one.id, selected: one.id === form.other }, one.name)));
  other.addEventListener('change', () => { form.other = other.value; });
  const save = make('button', { type: 'submit', class: 'main' }, form.do === 'merge' ? labels.mergeIt : labels.splitIt);
  const leave = make('button', { type: 'button' }, labels.cancel);
  leave.addEventListener('click', () => press(state, 'back'));
  const element = make('form', {}, form.do === 'merge' ? make('label', {}, `${labels.mergeWith} `, other) : make('p', {}, `${labels.splitOff} ${state.chosen.size}`), reasonField(labels, form), make('p', { class: 'steps' }, save, leave));
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    submit(state);
    anew(state.root, () => paintGroup(state));
  });
  return element;
}

function paintGroup(state) {
  const { labels, history } = state.args.data;
  state.root.querySelector('.group').replaceChildren(...[
    state.notice ? make('p', { class: 'notice', role: 'alert' }, sentence(state.notice)) : null,
    state.pending ? make('p', { class: 'quiet', role: 'status' }, labels.saving) : null,
    state.said ? make('p', { class: 'said-done', role: 'status' }, state.said) : null,
    state.form ? formOf(state) : null,
    history.length ? make('details', {}, make('summary', {}, labels.history), make('ul', {}, history.map((line) => make('li', {}, line)))) : null,
  ].filter(Boolean));
  if (state.form && state.form.fresh) {
    state.form.fresh = false;
    state.root.querySelector('form').querySelector('select,input').focus();
  }
}

function answered(state) {
  const { answer } = state.args.data;
  if (!state.pending || answer.token !== state.pending.token) return;
  state.pending = null;
  state.notice = answer.error;
  state.said = answer.said;
  if (answer.error) return;
  state.form = null;
  state.chosen.clear();
}
