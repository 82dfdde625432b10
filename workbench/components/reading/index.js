// A document with its claims marked; a click or Enter on one shows what it says. Several claims may share words: a
// second click goes on to the next of them. Words are marked with the mouse or by keyboard, and claims mended beside.
const states = new WeakMap();

const TELL_MS = 150;

// Where the reader stands is told to the server a moment later: it keeps the address, and sends the claims further on.
function choose(state, id) {
  if (!id || id === state.at) return;
  stand(state, id);
  clearTimeout(state.telling);
  state.telling = setTimeout(() => tell(state), state.details.has(id) ? TELL_MS : 0);
}

function stand(state, id) {
  state.at = id;
  state.form = null;
  paintChosen(state);
  showAt(state, 'nearest');
  paintPanel(state);
}

function showAt(state, block) {
  const [host] = state.hosts.get(state.at) || [];
  if (host) host.scrollIntoView({ block });
}

// Words that a link names are marked and brought into view, once each time it is followed: from then on the reader marks.
function pointOut(state, { words, pointed }) {
  const which = words ? `${pointed} ${words.join()}` : '';
  if (!which || state.pointedOut === which) return;
  state.pointedOut = which;
  state.marked = words;
  rangeOf(state, words).startContainer.parentElement.scrollIntoView({ block: 'center' });
}

function tell(state) {
  state.told = state.at;
  state.args.setStateValue('at', `${state.at} ${state.page ? state.page.version : ''}`);
}

function clicked(state, event) {
  const span = event.target.closest('.claim');
  if (!span || selectedWords(state)) return;
  const ids = span.dataset.ids.split(' ');
  choose(state, ids[(ids.indexOf(state.at) + 1) % ids.length]);
}

function step(state, by) {
  const { claims } = state.page;
  const index = claims.indexOf(state.at);
  choose(state, claims[index < 0 ? 0 : Math.min(claims.length - 1, Math.max(0, index + by))]);
}

const ARROWS = { ArrowLeft: ['ltr', 'rtl'], ArrowRight: ['rtl', 'ltr'] };

// Arrows move what was marked; a form that is open and its fields have the arrows for themselves.
function moved(state, event) {
  if (!state.marked || !ARROWS[event.code] || !isOurs(event, true)) return false;
  moveMark(state, ARROWS[event.code][1] === state.page.dir, event.shiftKey);
  return true;
}

function listen(state) {
  const onKey = (event) => {
    if (!state.page) return;
    if (moved(state, event)) {
      event.preventDefault();
      paintPanel(state);
      return;
    }
    const key = keyOf(state, 'code', event.code);
    if (!key || !isOurs(event) || state.help.open || !singleKeys()) return;
    if (key.code === 'Enter' && (!state.form || (takesEnter(event) && !leftOver(state, event)))) return;
    event.preventDefault();
    press(state, key.name);
  };
  const onSelect = () => {
    const words = state.page ? selectedWords(state) : undefined;
    if (words === undefined || JSON.stringify(words) === JSON.stringify(state.marked)) return;
    state.marked = words;
    paintPanel(state);
  };
  window.addEventListener('keydown', onKey, true);
  document.addEventListener('selectionchange', onSelect);
  state.text.addEventListener('click', (event) => clicked(state, event));
  const timer = setInterval(() => resend(state), 1000);
  return () => {
    window.removeEventListener('keydown', onKey, true);
    document.removeEventListener('selectionchange', onSelect);
    clearInterval(timer);
  };
}

// The text comes once, and again when its claims have changed; what the claims say comes as the reader goes on.
function receive(state) {
  const { data } = state.args;
  if (data.page) {
    state.page = data.page;
    state.details = new Map();
    paintText(state);
  }
  if (!state.page || state.page.version !== data.version) {
    state.page = null;
    tell(state);
    return;
  }
  Object.entries(data.details).forEach(([id, detail]) => state.details.set(id, detail));
  const done = answered(state);
  if (done || state.told === null || !state.page.claims.includes(state.at)) {
    state.told = data.chosen;
    state.at = data.chosen;
  }
  paintChosen(state);
  if (data.page) showAt(state, done ? 'nearest' : 'center');
  pointOut(state, data);
  paintPanel(state);
}

export default function (component) {
  const root = component.parentElement;
  const { state, first } = remembered(states, root, () => ({
    text: root.querySelector('.text'), detail: root.querySelector('.detail'), help: root.querySelector('.keys'),
    page: null, details: new Map(), at: '', told: null, marked: null, pointedOut: '', form: null, pending: null, notice: '', said: '',
  }));
  state.args = component;
  const received = JSON.stringify(component.data);
  if (first) paintHelp(state);
  if (state.received !== received) {
    state.received = received;
    receive(state);
  }
  if (!first) return undefined;
  const forget = listen(state);
  return () => {
    forget();
    states.delete(root);
  };
}
