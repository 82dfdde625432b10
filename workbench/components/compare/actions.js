// What the reviewer can do. Every action works on the pair on the screen and on nothing else.

const IMPLIED = { agree: 'yes', conflict: 'yes', partial: 'yes', not_comparable: 'no', unsure: 'unsure' };
const SUBSTANTIAL = new Set(['agree', 'conflict', 'partial']);
const PARTING = new Set(['conflict', 'partial']);

function answerGate(state, answer) {
  state.mark.gate = state.mark.gate === answer ? '' : answer;
}

function toggleSlot(state, index) {
  const row = current(state).rows[index];
  if (!row) return;
  if (!state.mark.slots.delete(row.slot)) state.mark.slots.add(row.slot);
}

function relate(state, relation) {
  const { labels } = state.args.data;
  if (!state.figures.decides) return;
  const gate = state.mark.gate || IMPLIED[relation];
  if (SUBSTANTIAL.has(relation) && gate === 'no') {
    state.notice = labels.needsSameEvent;
  } else if (relation === 'conflict' && !state.mark.slots.size) {
    state.asking = true;
  } else if (state.mark.slots.size && !PARTING.has(relation)) {
    state.notice = labels.slotsNeedConflict;
  } else {
    decide(state, relation, gate);
  }
}

function decide(state, relation, gate) {
  const card = state.queue.shift();
  state.decided.push(card);
  put(state, {
    do: 'decide',
    key: card.key,
    seen: card.version,
    answer: card.answer,
    knowingly: Boolean(card.elsewhere),
    relation,
    same_event: gate,
    slots: [...state.mark.slots],
    apparent: PARTING.has(relation) && state.mark.apparent ? state.mark.apparent : null,
    reason: state.mark.reason.trim(),
    comment: state.mark.comment.trim(),
    confidence: state.mark.sure ? Number(state.mark.sure) : null,
  });
  store(draftName(state, card.key), []);
  begin(state);
}

// Enter while a conflict asks for its slots: the marked ones, else those the comparison suggests.
function confirmConflict(state) {
  const card = current(state);
  if (!state.mark.slots.size) card.suggested.forEach((slot) => state.mark.slots.add(slot));
  relate(state, 'conflict');
}

function undo(state) {
  const withdrawn = withdraw(state);
  const card = withdrawn && state.decided.pop();
  if (card) {
    putBack(state, withdrawn.key, withdrawn);
    bringBack(state, card, 0);
    begin(state);
  } else {
    put(state, { do: 'undo' });
    state.takingBack = true;
  }
}

function later(state) {
  if (state.queue.length > 1) state.queue.push(state.queue.shift());
  begin(state);
}

function openSide(state, side) {
  const { document: id, claim } = current(state)[side];
  state.args.setTriggerValue('opened', { document: id, claim });
}

// Escape goes one step back: the question about slots, then the marks, then the notice.
function stepBack(state) {
  if (state.asking) state.asking = false;
  else if (state.mark.slots.size || state.mark.gate) state.mark = { ...state.mark, gate: '', slots: new Set() };
  else state.notice = '';
}
