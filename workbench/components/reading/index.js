// A document with its claims marked; a click or Enter on one shows what it says. Several claims may share words: a
// second click goes on to the next of them. Words are marked with the mouse or by keyboard, and claims mended beside.
const states = new WeakMap();

function choose(state, id) {
  if (!id || id === standing(state)) return;
  state.going = id;
  state.args.setStateValue('claim', id);
}

// The claim that the reader stands at: the one on the way to the screen, so that quick keys each count.
function standing(state) {
  return state.going || state.args.data.chosen;
}

function clicked(state, event) {
  const span = event.target.closest('.claim');
  if (!span || selectedWords(state)) return;
  const ids = span.dataset.ids.split(' ');
  choose(state, ids[(ids.indexOf(standing(state)) + 1) % ids.length]);
}

function step(state, by) {
  const { claims } = state.args.data;
  const index = claims.indexOf(standing(state));
  choose(state, claims[index < 0 ? 0 : Math.min(claims.length - 1, Math.max(0, index + by))]);
}

const ARROWS = { ArrowLeft: ['ltr', 'rtl'], ArrowRight: ['rtl', 'ltr'] };

// Arrows move what was marked; a form that is open and its fields have the arrows for themselves.
function moved(state, event) {
  if (!state.marked || !ARROWS[event.code] || !isOurs(event, true)) return false;
  moveMark(state, ARROWS[event.code][1] === state.args.data.dir, event.shiftKey);
  return true;
}

function listen(state) {
  const onKey = (event) => {
    if (moved(state, event)) {
      event.preventDefault();
      paintPanel(state);
      return;
    }
    const key = keyOf(state, 'code', event.code);
    if (!key || !isOurs(event) || state.help.open || !singleKeys()) return;
    if (key.code === 'Enter' && (!state.form || event.composedPath()[0].tagName === 'BUTTON')) return;
    event.preventDefault();
    press(state, key.name);
  };
  const onSelect = () => {
    const words = selectedWords(state);
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

function receive(state) {
  const { data } = state.args;
  answered(state);
  const drawn = JSON.stringify(data.pieces);
  if (state.drawn !== drawn) {
    state.drawn = drawn;
    paintText(state);
    const chosen = state.text.querySelector('.chosen');
    if (chosen) chosen.scrollIntoView({ block: 'center' });
  }
  if (state.shown !== data.chosen) {
    state.shown = data.chosen;
    state.form = null;
    if (state.going === data.chosen) state.going = '';
  }
  paintPanel(state);
}

export default function (component) {
  const root = component.parentElement;
  const { state, first } = remembered(states, root, () => ({
    text: root.querySelector('.text'), detail: root.querySelector('.detail'), help: root.querySelector('.keys'),
    going: '', marked: null, form: null, pending: null, notice: '', said: '', places: [], points: [],
  }));
  state.args = component;
  const told = JSON.stringify(component.data);
  if (state.told !== told) {
    state.told = told;
    receive(state);
  }
  if (!first) return undefined;
  paintHelp(state);
  const forget = listen(state);
  return () => {
    forget();
    states.delete(root);
  };
}
