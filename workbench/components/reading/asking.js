// What the reader can do, and the one change at a time that goes to the case and comes back with its token.

const AGAIN_MS = 15000;
const SLOTS = ['date', 'place', 'actor', 'target', 'quantity'];

// A form is about the claim that was chosen when it was opened, whatever is chosen by the time it is sent.
function open(state, form) {
  state.notice = '';
  state.said = '';
  state.form = { reason: '', value: '', fresh: true, about: state.at, ...form, stood: standingAt(state.detail.getRootNode().activeElement) };
  state.opener = form.part || form.do;
}

// The name of the action whose button has the focus, '' for anything else.
function standingAt(element) {
  return (element && element.dataset && element.dataset.do) || '';
}

// Whether the focus only stayed on the button of another action when the form was opened by its key: Enter is for the form.
function leftOver(state, event) {
  const { stood, do: does } = state.form;
  return stood !== '' && stood !== does && standingAt(event.composedPath()[0]) === stood;
}

function refuse(state, notice) {
  state.notice = notice;
}

function correct(part) {
  return (state) => {
    const detail = state.details.get(state.at);
    if (!detail) refuse(state, state.args.data.labels.chooseFirst);
    else open(state, { do: 'correct', part, value: detail.given[part] });
  };
}

function withMarked(act) {
  return (state) => {
    if (!state.marked) refuse(state, state.args.data.labels.markFirst);
    else act(state);
  };
}

function withChosen(act) {
  return (state) => {
    if (!state.at) refuse(state, state.args.data.labels.chooseFirst);
    else act(state);
  };
}

function takePart(state) {
  const { parts, about } = state.form && state.form.do === 'split' ? state.form : { parts: [], about: state.at };
  open(state, { do: 'split', about, parts: [...parts, state.marked].sort((one, other) => one[0] - other[0]), fresh: false });
  state.marked = null;
}

function takeNext(state) {
  const { claims } = state.page;
  const taken = state.form && state.form.do === 'merge' ? state.form.claims : [state.at];
  const next = claims[claims.indexOf(taken[taken.length - 1]) + 1];
  if (next) open(state, { do: 'merge', claims: [...taken, next] });
}

const ACTIONS = {
  next: (state) => step(state, 1),
  previous: (state) => step(state, -1),
  words: beginMarking,
  split: withChosen(withMarked(takePart)),
  merge: withChosen(takeNext),
  anchor: withChosen(withMarked((state) => open(state, { do: 'anchor' }))),
  add: withMarked((state) => open(state, { do: 'add', value: 'other' })),
  reject: withChosen((state) => open(state, { do: 'reject' })),
  confirm: (state) => state.form && submit(state),
  reason: (state) => state.detail.querySelector('.reason') && state.detail.querySelector('.reason').focus(),
  undo: (state) => send(state, { do: 'undo' }),
  back: stepBack,
  help: (state) => state.help.showModal(),
};
for (const part of [...SLOTS, 'speaker', 'kind', 'modality', 'polarity', 'statement']) ACTIONS[part] = correct(part);

// Escape goes one step back: the form, then the marked words, then what was said.
function stepBack(state) {
  if (state.form) state.form = null;
  else if (state.marked) state.marked = null;
  state.notice = '';
  state.said = '';
}

function press(state, name) {
  if (state.pending && name !== 'help') return;
  ACTIONS[name](state);
  if (name !== 'help') paintPanel(state);
}

function send(state, ask) {
  clearTimeout(state.telling);
  state.pending = {
    token: token(),
    document: state.page.document,
    claims: state.at ? [state.at] : [],
    reason: state.form ? (state.form.reason || '').trim() : '',
    ...ask,
  };
  state.notice = '';
  state.said = '';
  sendAgain(state);
  paintPanel(state);
}

function sendAgain(state) {
  state.sentAt = Date.now();
  state.args.setTriggerValue('ask', state.pending);
}

function resend(state) {
  if (state.pending && Date.now() - state.sentAt > AGAIN_MS) sendAgain(state);
}

// Whether the change that was asked for is done.
function answered(state) {
  const { answer } = state.args.data;
  if (!state.pending || answer.token !== state.pending.token) return false;
  state.pending = null;
  state.notice = answer.error;
  state.said = answer.said;
  if (answer.error) return false;
  state.form = null;
  state.marked = null;
  return true;
}
