// Keys go by their place on the keyboard (event.code), so that they work on an Arabic layout as well.

const KEYS = [
  { code: 'KeyA', latin: 'A', arabic: 'ش', name: 'agree', act: (state) => relate(state, 'agree') },
  { code: 'KeyC', latin: 'C', arabic: 'ؤ', name: 'conflict', act: (state) => relate(state, 'conflict') },
  { code: 'KeyP', latin: 'P', arabic: 'ح', name: 'partial', act: (state) => relate(state, 'partial') },
  { code: 'KeyS', latin: 'S', arabic: 'س', name: 'unsure', act: (state) => relate(state, 'unsure') },
  { code: 'KeyX', latin: 'X', arabic: 'ء', name: 'not_comparable', act: (state) => relate(state, 'not_comparable') },
  { code: 'KeyY', latin: 'Y', arabic: 'غ', name: 'yes', act: (state) => answerGate(state, 'yes') },
  { code: 'KeyN', latin: 'N', arabic: 'ى', name: 'no', act: (state) => answerGate(state, 'no') },
  { code: 'KeyU', latin: 'U', arabic: 'ع', name: 'undecided', act: (state) => answerGate(state, 'unsure') },
  ...[1, 2, 3, 4, 5].map((digit) => ({ code: `Digit${digit}`, latin: String(digit), name: `slot${digit}`, act: (state) => toggleSlot(state, digit - 1) })),
  { code: 'Enter', latin: '⏎', name: 'confirm', act: (state) => state.asking && confirmConflict(state) },
  { code: 'KeyR', latin: 'R', arabic: 'ق', name: 'reason', act: (state) => state.desk.reason.focus() },
  { code: 'KeyE', latin: 'E', arabic: 'ث', name: 'apparent', act: (state) => state.desk.apparent.focus() },
  { code: 'KeyZ', latin: 'Z', arabic: 'ئ', name: 'undo', always: true, act: undo },
  { code: 'KeyK', latin: 'K', arabic: 'ن', name: 'later', act: later },
  { code: 'KeyV', latin: 'V', arabic: 'ر', name: 'whole', act: (state) => { state.whole = !state.whole; } },
  { code: 'KeyF', latin: 'F', arabic: 'ب', name: 'openFirst', act: (state) => openSide(state, 'left') },
  { code: 'KeyG', latin: 'G', arabic: 'ل', name: 'openSecond', act: (state) => openSide(state, 'right') },
  { code: 'Escape', latin: 'Esc', name: 'back', act: stepBack },
  { code: 'Slash', latin: '?', arabic: '؟', name: 'help', always: true, act: (state) => state.help.showModal() },
];
const BY_CODE = new Map(KEYS.map((key) => [key.code, key]));
const BY_NAME = new Map(KEYS.map((key) => [key.name, key]));
const SWITCH = 'claims/single-keys';

function singleKeys() {
  return !stored(SWITCH).includes('off');
}

function keycap(state, name) {
  const key = BY_NAME.get(name);
  const letters = state.args.data.language === 'ar' && key.arabic ? `${key.latin} ${key.arabic}` : key.latin;
  return make('kbd', { 'aria-hidden': 'true' }, letters);
}

function press(state, name) {
  const key = BY_NAME.get(name);
  if (!key.always && (!current(state) || state.takingBack)) return;
  state.notice = '';
  key.act(state);
  paint(state);
  flush(state, wantsMore(state));
}

function listen(state) {
  const onKey = (event) => {
    const key = BY_CODE.get(event.code);
    if (!key || !isOurs(event) || state.help.open || !singleKeys()) return;
    if (key.code === 'Enter' && (!state.asking || event.composedPath()[0].tagName === 'BUTTON')) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    press(state, key.name);
  };
  window.addEventListener('keydown', onKey, true);
  return () => window.removeEventListener('keydown', onKey, true);
}

function paintHelp(state) {
  const { labels } = state.args.data;
  const rows = KEYS.map((key) => make('tr', {}, make('td', {}, keycap(state, key.name)), make('td', {}, labels.keys[key.name])));
  const toggle = make('button', { type: 'button', 'aria-pressed': String(singleKeys()) }, labels.singleKeys);
  toggle.addEventListener('click', () => {
    store(SWITCH, singleKeys() ? ['off'] : []);
    paintHelp(state);
  });
  const close = make('button', { type: 'button' }, labels.close);
  close.addEventListener('click', () => state.help.close());
  state.help.setAttribute('aria-label', labels.keyMap);
  state.help.replaceChildren(
    make('h2', {}, labels.keyMap),
    make('p', { class: 'quiet' }, labels.byPlace),
    make('table', {}, make('tbody', {}, rows)),
    make('p', { class: 'closing' }, toggle, close),
  );
}
