// The text: its pieces, and the words that the reader marks in it, counted in code points of the document.

function claimsOf(piece) {
  return piece.marks.filter((mark) => mark.startsWith('claim:')).map((mark) => mark.slice(6));
}

function placeNode(state, cut) {
  const node = document.createTextNode(cut.text);
  const place = { node, start: cut.start, size: cut.size, whole: [...cut.text].length !== cut.size };
  state.places.push(place);
  state.placeOf.set(node, place);
  return node;
}

function pieceNode(state, cut) {
  const ids = claimsOf(cut);
  const others = cut.marks.filter((mark) => !mark.startsWith('claim:'));
  let inner = placeNode(state, cut);
  if (!ids.length && !others.length) return inner;
  const { labels, chosen } = state.args.data;
  const slot = others.filter((mark) => labels.slots[mark] || mark === 'source' || mark === 'unread').pop();
  if (slot) inner = make('mark', { 'data-mark': slot, title: labels.slots[slot] }, inner);
  const kinds = others.filter((mark) => mark === 'chrome' || mark === 'problem');
  if (!ids.length) return make('span', { class: kinds.join(' ') || null }, inner);
  const classes = ['claim', ids.length > 1 ? 'several' : '', ids.includes(chosen) ? 'chosen' : '', ...kinds];
  return make('span', { class: classes.filter(Boolean).join(' '), 'data-ids': ids.join(' ') }, inner);
}

function paintText(state) {
  const { data } = state.args;
  state.places = [];
  state.placeOf = new WeakMap();
  state.text.dir = data.dir;
  state.text.lang = data.lang;
  state.text.setAttribute('aria-label', data.title);
  state.text.replaceChildren(...data.pieces.map((cut) => pieceNode(state, cut)));
  state.points = data.pieces.flatMap((cut, index) => (
    state.places[index].whole ? Array(cut.size).fill('\ufffd') : [...cut.text]));
  state.words = null;
}

function wordsOf(state, [start, end]) {
  return state.points.slice(start, end).join('');
}

// Where a claim stands: from its first piece to its last.
function spanOf(state, id) {
  const own = state.args.data.pieces.filter((cut) => cut.marks.includes(`claim:${id}`));
  return own.length ? [own[0].start, own[own.length - 1].start + own[own.length - 1].size] : null;
}

// The code point that a boundary of a selection stands at; null outside of the text.
function pointAt(state, node, offset) {
  if (node.nodeType === Node.TEXT_NODE) {
    const place = state.placeOf.get(node);
    if (!place) return null;
    if (place.whole) return place.start + (offset ? place.size : 0);
    return place.start + [...node.data.slice(0, offset)].length;
  }
  if (!state.text.contains(node)) return null;
  const range = document.createRange();
  range.setStart(state.text, 0);
  range.setEnd(node, offset);
  const before = state.places.filter((place) => range.comparePoint(place.node, place.node.length) <= 0);
  const last = before[before.length - 1];
  return last ? last.start + last.size : 0;
}

function trimmed(state, start, end) {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(state.points[from])) from += 1;
  while (to > from && /\s/.test(state.points[to - 1])) to -= 1;
  return from < to ? [from, to] : null;
}

// What is selected in the text, null when nothing is; undefined when the selection is elsewhere.
function selectedWords(state) {
  const root = state.text.getRootNode();
  const selection = root.getSelection ? root.getSelection() : window.getSelection();
  if (!selection || !selection.rangeCount) return undefined;
  const range = selection.getRangeAt(0);
  const [start, end] = [pointAt(state, range.startContainer, range.startOffset), pointAt(state, range.endContainer, range.endOffset)];
  if (start === null || end === null) return undefined;
  return trimmed(state, start, end);
}

function rangeOf(state, [start, end]) {
  const at = (point, last) => {
    const place = state.places.find((one) => point < one.start + one.size || (last && point === one.start + one.size));
    const inside = place.whole ? (last ? place.node.length : 0) : state.points.slice(place.start, point).join('').length;
    return [place.node, inside];
  };
  const range = document.createRange();
  range.setStart(...at(start, false));
  range.setEnd(...at(end, true));
  return range;
}

// Marked words stay lit while the reader works beside the text.
function paintMarked(state) {
  if (!window.CSS || !CSS.highlights) return;
  const lit = [...(state.marked ? [state.marked] : []), ...(state.form ? state.form.parts || [] : [])];
  if (lit.length) CSS.highlights.set('marked', new Highlight(...lit.map((words) => rangeOf(state, words))));
  else CSS.highlights.delete('marked');
}

function textWords(state) {
  if (!state.words) {
    state.words = [];
    let start = -1;
    [...state.points, ' '].forEach((letter, index) => {
      const space = /\s/.test(letter);
      if (!space && start < 0) start = index;
      if (space && start >= 0) {
        state.words.push([start, index]);
        start = -1;
      }
    });
  }
  return state.words;
}

// Begin with the chosen claim, else with the first word that is in view.
function beginMarking(state) {
  const { chosen } = state.args.data;
  const own = chosen && spanOf(state, chosen);
  const words = textWords(state);
  if (!words.length) return;
  const top = state.text.getBoundingClientRect().top;
  state.marked = own || words.find((word) => rangeOf(state, word).getBoundingClientRect().top >= top) || words[0];
}

// Arrows move the end by a word, with Shift the start; the way the text runs.
function moveMark(state, forward, start) {
  const words = textWords(state);
  let [from, to] = state.marked;
  if (start) {
    const index = words.findIndex(([, end]) => end > from);
    const next = words[Math.max(0, index + (forward ? 1 : -1))];
    if (next && next[0] < to) from = next[0];
  } else {
    const index = words.findIndex(([, end]) => end >= to);
    const next = words[Math.max(0, index + (forward ? 1 : -1))];
    if (next && next[1] > from) to = next[1];
  }
  state.marked = [from, to];
  rangeOf(state, state.marked).startContainer.parentElement.scrollIntoView({ block: 'nearest' });
}
