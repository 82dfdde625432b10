// What reviewers part on: both claims, every answer side by side, settled by keyboard. One ask at a time goes to the
// case, with the answers that were on the screen.
const states = new WeakMap();
const AGAIN_MS = 15000;

function send(state, ask) {
  if (state.pending) return;
  state.pending = { token: token(), ...ask };
  sendAgain(state);
}

function sendAgain(state) {
  state.sentAt = Date.now();
  state.args.setTriggerValue('ask', state.pending);
}

function leave(state, screen, query) {
  state.args.setTriggerValue('opened', { screen, query });
}

const ACTIONS = {
  adopt1: (state) => adopt(state, 0),
  adopt2: (state) => adopt(state, 1),
  adopt3: (state) => adopt(state, 2),
  yes: (state) => { state.mark.gate = 'yes'; },
  no: (state) => { state.mark.gate = 'no'; },
  undecided: (state) => { state.mark.gate = 'unsure'; },
  apparent: (state) => state.desk.querySelector('.apparent').focus(),
  ground: (state) => state.desk.querySelector('.ground').focus(),
  note: (state) => state.desk.querySelector('.note').focus(),
  settle,
  later: (state) => leave(state, 'adjudicate', { pair: state.args.data.next }),
  compare: (state) => leave(state, 'compare', { pair: state.args.data.key }),
  undo: (state) => send(state, { do: 'undo' }),
  back: (state) => { state.mark = blank(); },
  help: (state) => state.help.showModal(),
};
for (const relation of Object.keys(SAYS)) ACTIONS[relation] = (state) => relate(state, relation);
SLOTS.forEach((slot, index) => { ACTIONS[`slot${index + 1}`] = (state) => toggleSlot(state, slot); });
const WITHOUT_PAIR = new Set(['undo', 'help']);
const LOOKS_ONLY = new Set(['apparent', 'ground', 'note', 'help']);

function press(state, name) {
  if ((state.pending && name !== 'help') || (!state.args.data.key && !WITHOUT_PAIR.has(name))) return;
  state.notice = '';
  if (!LOOKS_ONLY.has(name)) state.said = '';
  ACTIONS[name](state);
  if (!LOOKS_ONLY.has(name)) paint(state);
}

function side(state, claim, name) {
  const { labels } = state.args.data;
  const text = { dir: claim.dir, lang: claim.lang || null };
  return make('article', { 'aria-label': labels[name] },
    make('header', {}, claim.speakers.flatMap((speaker, index) => [index ? ' ← ' : null, make('bdi', {}, speaker.known || speaker.name)]),
      make('span', { class: 'quiet' }, make('bdi', {}, claim.title), claim.published ? ` · ${claim.published}` : null)),
    make('div', { class: 'passage', tabindex: 0, role: 'region', 'aria-label': labels[name] },
      make('p', { class: 'context', ...text }, joined(claim.before, labels.slotNames)), make('blockquote', text, joined(claim.quote, labels.slotNames)),
      make('p', { class: 'context', ...text }, joined(claim.after, labels.slotNames))));
}

function paintAnswers(state) {
  const { given, fields, labels } = state.args.data;
  const heads = [make('th', { scope: 'col' }, labels.reviewer), ...given.map((one, index) => make('th', { scope: 'col' }, make('bdi', {}, one.by), make('span', { class: 'quiet' }, ` · ${one.when}`), chosen(state, `adopt${index + 1}`, labels.adopt)))];
  const rows = fields.map((field) => make('tr', { class: field.parts ? 'parts' : null },
    make('th', { scope: 'row' }, field.parts ? make('span', { 'aria-hidden': 'true' }, '≠ ') : null, field.name, field.parts ? make('span', { class: 'visually-hidden' }, ` ${labels.parts}`) : null),
    field.said.map((said) => make('td', {}, make('bdi', {}, said)))));
  state.root.querySelector('.answers').replaceChildren(make('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': labels.answers },
    make('table', {}, make('caption', { class: 'visually-hidden' }, labels.answers), make('thead', {}, make('tr', {}, heads)), make('tbody', {}, rows))));
}

function paintPair(state) {
  const { data } = state.args;
  const pair = state.root.querySelector('.pair');
  if (!data.key) {
    pair.replaceChildren(make('p', { class: 'empty' }, data.labels.nothing));
    state.root.querySelector('.answers').replaceChildren();
    return;
  }
  pair.replaceChildren(side(state, data.left, 'left'), side(state, data.right, 'right'));
  paintAnswers(state);
  // The quote is what is judged: it is in sight, with as much around it as fits.
  pair.querySelectorAll('.passage').forEach((passage) => {
    const quote = passage.querySelector('blockquote');
    passage.scrollTop = quote.offsetTop - Math.max(0, (passage.clientHeight - quote.offsetHeight) / 2);
  });
}

function paint(state) {
  const { data } = state.args;
  const notice = state.root.querySelector('.notice');
  notice.replaceChildren(...sentence(state.notice));
  notice.hidden = !state.notice;
  state.root.querySelector('.said').textContent = state.said;
  if (state.painted !== state.told) {
    state.painted = state.told;
    state.root.dataset.key = data.key;
    anew(state.root, () => paintPair(state));
  }
  anew(state.desk, () => paintDesk(state));
}

// Keys are for the next pair: none is typed into a field that was the last one's.
function leaveFields(state) {
  const button = state.desk.querySelector('[data-do=settle]');
  if (button && state.desk.contains(state.desk.getRootNode().activeElement)) button.focus();
}

// A link opens the same pair.
function nameInAddress(key) {
  const here = new URL(window.location.href);
  if (!here.pathname.endsWith('/adjudicate') || here.searchParams.get('pair') === (key || null)) return;
  if (key) here.searchParams.set('pair', key);
  else here.searchParams.delete('pair');
  window.history.replaceState(window.history.state, '', here);
}

// An answer to what was asked; another pair begins with nothing marked.
function receive(state) {
  const { data } = state.args;
  if (state.pending && data.answer.token === state.pending.token) {
    state.pending = null;
    state.notice = data.answer.error;
    state.said = data.answer.said;
  }
  if (state.key !== data.key) {
    state.key = data.key;
    state.mark = blank();
    leaveFields(state);
  }
  nameInAddress(data.key);
  paint(state);
}

function listen(state) {
  const onKey = (event) => {
    const target = event.composedPath()[0];
    if (event.key === 'Escape' && state.desk.contains(target) && target.blur && target.matches('input,select')) {
      target.blur();
      return;
    }
    if (event.key === 'Enter' && target.matches && target.matches('input.note')) {
      event.preventDefault();
      press(state, 'settle');
      return;
    }
    const key = keyOf(state, 'code', event.code);
    if (!key || !isOurs(event) || state.help.open || !singleKeys()) return;
    if (key.code === 'Enter' && takesEnter(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    press(state, key.name);
  };
  window.addEventListener('keydown', onKey, true);
  state.desk.addEventListener('submit', (event) => event.preventDefault());
  const timer = setInterval(() => { if (state.pending && Date.now() - state.sentAt > AGAIN_MS) sendAgain(state); }, 1000);
  return () => {
    window.removeEventListener('keydown', onKey, true);
    clearInterval(timer);
  };
}

export default function (component) {
  const parent = component.parentElement;
  const { state, first } = remembered(states, parent, () => {
    const root = parent.querySelector('.dispute');
    return { root, desk: root.querySelector('.desk'), help: root.querySelector('.keys'), key: '', mark: blank(), pending: null, notice: '', said: '' };
  });
  state.args = component;
  const told = JSON.stringify(component.data);
  if (state.told !== told) {
    state.told = told;
    if (first) paintHelp(state);
    receive(state);
  }
  if (!first) return undefined;
  const forget = listen(state);
  return () => {
    forget();
    states.delete(parent);
  };
}
