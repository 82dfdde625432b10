// The queue of prefetched pairs: the first one is on the screen.

const REFILL_BELOW = 8;

function current(state) {
  return state.queue[0];
}

// Pairs decided here that the case may not know of yet: they are not shown again.
function underway(state) {
  return new Set(unsent(state).flatMap((outbox) => outbox.entries.filter((entry) => entry.do === 'decide').map((entry) => entry.key)));
}

// New cards go to the end; a card that changed meanwhile is exchanged, unless it is on the screen.
function take(state, cards) {
  const decided = underway(state);
  const before = state.queue.length;
  for (const card of cards) {
    if (decided.has(card.key)) continue;
    const index = state.queue.findIndex((held) => held.key === card.key);
    if (index < 0) state.queue.push(card);
    else if (index > 0) state.queue[index] = { ...card, notice: state.queue[index].notice };
  }
  if (state.queue.length === before) state.exhausted = true;
}

// Another page of this browser keeps what it decides where all pages read it: those pairs do not wait here any more.
function decidedElsewhere(state, entries) {
  const before = current(state);
  const decided = new Set(entries.filter((entry) => entry.do === 'decide').map((entry) => entry.key));
  state.queue = state.queue.filter((card) => !decided.has(card.key));
  if (current(state) !== before) begin(state);
}

function bringBack(state, card, place) {
  state.queue = state.queue.filter((held) => held.key !== card.key);
  state.queue.splice(Math.min(place, state.queue.length), 0, card);
}

// What the case sent back: a pair taken back comes to the front, a refused decision comes next with its reason.
function takeBack(state, returned) {
  for (const back of returned) {
    if (state.answered.has(back.id)) continue;
    state.answered.add(back.id);
    putBack(state, back.key, back);
    if (back.message) {
      if (back.card) bringBack(state, { ...back.card, notice: back.message }, 1);
      else state.notice = back.message;
      if (back.card && state.queue[0].key !== back.card.key) state.notice = state.args.data.labels.cameBack;
    } else if (back.card) {
      bringBack(state, back.card, 0);
      state.decided = state.decided.filter((card) => card.key !== back.card.key);
      begin(state);
    } else {
      state.notice = state.args.data.labels.nothingToUndo;
    }
  }
  if (!state.entries.some((entry) => entry.do === 'undo')) state.takingBack = false;
}

function wantsMore(state) {
  return !state.exhausted && state.queue.length < Math.min(REFILL_BELOW, state.figures.left);
}

// A fresh card: nothing is marked on it yet, except what was typed before.
function begin(state) {
  const card = current(state);
  state.mark = { gate: '', slots: new Set(), apparent: '', ...typed(card ? draft(state, card.key) : []) };
  state.more = false;
  state.asking = false;
  state.notice = '';
  state.whole = false;
}

// Words that do not stand go back into the field in which they were typed, unless others were typed there since.
function putBack(state, key, { reason, comment, confidence }) {
  const words = [reason || '', comment || '', confidence ? String(confidence) : ''];
  if (!key || !words.some(Boolean) || draft(state, key).some(Boolean)) return;
  store(draftName(state, key), words);
  const card = current(state);
  if (card && card.key === key) Object.assign(state.mark, typed(words));
}

// What stands in the fields for words; an earlier page kept the reason alone.
function typed([reason = '', comment = '', sure = '']) {
  return { reason, comment, sure };
}

function draftName(state, key) {
  return `claims/draft/${state.case}/${state.reviewer}/${key}`;
}

function draft(state, key) {
  return stored(draftName(state, key));
}

function keepDraft(state) {
  const card = current(state);
  const words = [state.mark.reason, state.mark.comment, state.mark.sure];
  if (card) store(draftName(state, card.key), words.some(Boolean) ? words : []);
}
