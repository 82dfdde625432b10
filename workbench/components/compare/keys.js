// Keys go by their place on the keyboard (event.code), so that they work on an Arabic layout as well.

const ACTIONS = {
  agree: (state) => relate(state, 'agree'),
  conflict: (state) => relate(state, 'conflict'),
  partial: (state) => relate(state, 'partial'),
  unsure: (state) => relate(state, 'unsure'),
  not_comparable: (state) => relate(state, 'not_comparable'),
  yes: (state) => answerGate(state, 'yes'),
  no: (state) => answerGate(state, 'no'),
  undecided: (state) => answerGate(state, 'unsure'),
  slot1: (state) => toggleSlot(state, 0),
  slot2: (state) => toggleSlot(state, 1),
  slot3: (state) => toggleSlot(state, 2),
  slot4: (state) => toggleSlot(state, 3),
  slot5: (state) => toggleSlot(state, 4),
  confirm: (state) => state.asking && confirmConflict(state),
  reason: (state) => state.desk.reason.focus(),
  apparent: (state) => state.desk.apparent.focus(),
  more: (state) => { state.more = true; paint(state); state.desk.sure.focus(); },
  undo,
  later,
  whole: (state) => { state.whole = !state.whole; },
  openFirst: (state) => openSide(state, 'left'),
  openSecond: (state) => openSide(state, 'right'),
  back: stepBack,
  help: (state) => state.help.showModal(),
};
const WITHOUT_PAIR = new Set(['undo', 'help']);
function press(state, name) {
  if (state.takingBack || (!current(state) && !WITHOUT_PAIR.has(name))) return;
  state.notice = '';
  state.exhausted = false;
  ACTIONS[name](state);
  paint(state);
  flush(state, wantsMore(state));
}

function listen(state) {
  const onKey = (event) => {
    const key = keyOf(state, 'code', event.code);
    if (!key || !isOurs(event) || state.help.open || !singleKeys()) return;
    if (key.code === 'Enter' && (!state.asking || takesEnter(event))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    press(state, key.name);
  };
  window.addEventListener('keydown', onKey, true);
  return () => window.removeEventListener('keydown', onKey, true);
}
