// Two claims side by side, decided by keyboard. The component owns the text on the screen, the keys, the prefetched
// queue and the outbox, so that what is decided is what was on the screen; the case only learns of it.
const states = new WeakMap();

function fresh(component) {
  const root = component.parentElement.querySelector('.compare');
  return {
    args: component,
    root,
    help: root.querySelector('.keys'),
    id: token(),
    case: component.data.case,
    reviewer: component.data.reviewer,
    seq: 0,
    sent: 0,
    request: 0,
    answeredUpTo: 0,
    waitingSince: 0,
    askedAt: 0,
    pausedUntil: 0,
    late: false,
    exhausted: false,
    figures: { pairs: 0, decided: 0, left: 0, decides: true },
    entries: [],
    earlier: [],
    queue: [],
    decided: [],
    answered: new Set(),
    slotButtons: [],
    takingBack: false,
    told: '',
    asking: false,
    whole: false,
    notice: '',
    more: false,
    mark: { gate: '', slots: new Set(), apparent: '', reason: '', comment: '', sure: '' },
  };
}

// What is on this page belongs to one case and one person for as long as the page is open.
function receive(state) {
  const { data } = state.args;
  if (data.case !== state.case || data.reviewer !== state.reviewer) return;
  state.askedFor = askedInAddress();
  const before = current(state);
  if (data.figures) state.figures = data.figures;
  acknowledge(state);
  if (!unsent(state).length) state.late = false;
  takeBack(state, data.returned);
  take(state, data.cards);
  if (current(state) !== before && !before) begin(state);
  paint(state);
  flush(state, wantsMore(state));
}

// What other pages of this browser have put into their outboxes, of the same case and person.
function heard(state, event) {
  if (!event.key || !event.key.startsWith(storageName(state, ''))) return;
  decidedElsewhere(state, stored(event.key));
  paint(state);
  flush(state, wantsMore(state));
}

export default function (component) {
  const { state, first } = remembered(states, component.parentElement, () => fresh(component));
  state.args = component;
  if (first) {
    try {
      state.earlier = leftBehind(state);
    } catch {
      state.earlier = [];
    }
    const { labels } = component.data;
    state.root.querySelector('h1').textContent = labels.title;
    state.desk = buildDesk(state);
    const help = state.root.querySelector('.help');
    help.replaceChildren(labels.keyMap, make('kbd', { 'aria-hidden': 'true' }, '?'));
    help.addEventListener('click', () => press(state, 'help'));
    paintHelp(state);
  }
  receive(state);
  if (!first) return undefined;
  const forget = listen(state);
  const onStored = (event) => heard(state, event);
  window.addEventListener('storage', onStored);
  const timer = setInterval(() => { resend(state); paintBar(state, current(state)); nameInAddress(state); }, 1000);
  return () => {
    forget();
    window.removeEventListener('storage', onStored);
    clearInterval(timer);
    states.delete(component.parentElement);
  };
}
