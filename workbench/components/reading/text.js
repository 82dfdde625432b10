// The text: its pieces, and the words that the reader marks in it, counted in code points of the document.

function claimsOf(piece) {
  return piece.marks.filter((mark) => mark.startsWith('claim:')).map((mark) => mark.slice(6));
}

function placed(text, start, size) {
  return { node: document.createTextNode(text), start, size, whole: [...text].length !== size };
}

// A claim begins with its kind and with what people did about it; several that begin together with each of theirs.
function tagOf(state, ids) {
  const { labels } = state.args.data;
  const told = ids.filter((id) => !state.hosts.has(id)).map((id) => {
    const { kind, changed, noted } = state.page.looks[id];
    return `${labels.tags[kind] || kind}${changed ? ' ✎' : ''}${noted ? ' ⚑' : ''}`;
  });
  return told.length ? [...new Set(told)].join(' + ') : null;
}

function hostOf(state, cut) {
  const ids = claimsOf(cut);
  const kinds = cut.marks.filter((mark) => mark === 'chrome' || mark === 'problem');
  const classes = [ids.length ? 'claim' : '', ids.length > 1 ? 'several' : '', ...kinds].filter(Boolean).join(' ');
  const host = make('span', { class: classes || null, 'data-ids': ids.join(' ') || null, 'data-tag': tagOf(state, ids) });
  for (const id of ids) state.hosts.set(id, [...(state.hosts.get(id) || []), host]);
  return host;
}

// A piece that runs over the end of a line is cut there: each line of the document is a block of its own, so that the
// browser lays out one line anew, not the whole text, when a claim in it is lit.
function cutAtLines(cut) {
  if (!cut.text.includes('\n') || [...cut.text].length !== cut.size) return [cut];
  let { start } = cut;
  return cut.text.split(/(?<=\n)/).map((text) => {
    const part = { ...cut, text, start, size: [...text].length };
    start += part.size;
    return part;
  });
}

function linesOf(pieces) {
  const lines = [make('div')];
  for (const { cut, host } of pieces) {
    lines[lines.length - 1].append(host);
    if (cut.text.endsWith('\n')) lines.push(make('div'));
  }
  return lines.filter((line) => line.firstChild);
}

function paintText(state) {
  const { page } = state;
  state.hosts = new Map();
  state.pieces = page.pieces.flatMap(cutAtLines).map((cut) => {
    const host = hostOf(state, cut);
    const place = placed(cut.text, cut.start, cut.size);
    host.append(place.node);
    return { cut, host, places: [place] };
  });
  state.text.dir = page.dir;
  state.text.lang = page.lang;
  state.text.setAttribute('aria-label', page.title);
  state.text.replaceChildren(...linesOf(state.pieces));
  state.points = state.pieces.flatMap(({ cut, places }) => (places[0].whole ? Array(cut.size).fill('\ufffd') : [...cut.text]));
  state.words = null;
  state.lit = [];
  state.places = null;
}

// Every text node with its place, in order, and the place of a node; gathered anew when it is asked for.
function gathered(state) {
  if (!state.places) {
    state.places = state.pieces.flatMap((piece) => piece.places);
    state.placeOf = new WeakMap(state.places.map((place) => [place.node, place]));
  }
  return state;
}

// The claim that the reader stands at is lit with its slots; only pieces that it touches are painted.
function paintChosen(state) {
  for (const piece of state.lit) {
    const place = placed(piece.cut.text, piece.cut.start, piece.cut.size);
    piece.host.classList.remove('chosen');
    piece.host.replaceChildren(place.node);
    piece.places = [place];
  }
  const detail = state.details.get(state.at);
  const own = new Set(state.hosts.get(state.at) || []);
  const marks = detail ? detail.marks : [];
  state.lit = state.pieces.filter((piece) => own.has(piece.host) || marks.some(([start, end]) => start < piece.cut.start + piece.cut.size && piece.cut.start < end));
  for (const piece of state.lit) {
    piece.host.classList.toggle('chosen', own.has(piece.host));
    if (!piece.places[0].whole) cutByMarks(state, piece, marks);
  }
  state.places = null;
}

function cutByMarks(state, piece, marks) {
  const { cut } = piece;
  const last = cut.start + cut.size;
  const inside = marks.filter(([start, end]) => start < last && cut.start < end);
  if (!inside.length) return;
  const edges = new Set([cut.start, last]);
  for (const [start, end] of inside) [start, end].forEach((edge) => { if (edge > cut.start && edge < last) edges.add(edge); });
  const cuts = [...edges].sort((one, other) => one - other);
  piece.places = cuts.slice(0, -1).map((start, index) => placed(wordsOf(state, [start, cuts[index + 1]]), start, cuts[index + 1] - start));
  piece.host.replaceChildren(...piece.places.map((place) => {
    const over = inside.filter(([start, end]) => start <= place.start && place.start < end);
    if (!over.length) return place.node;
    const mark = over.reduce((one, other) => (other[1] - other[0] <= one[1] - one[0] ? other : one))[2];
    return make('mark', { 'data-mark': mark, title: state.args.data.labels.slots[mark] }, place.node);
  }));
}

function wordsOf(state, [start, end]) {
  return state.points.slice(start, end).join('');
}

// Where a claim stands: from its first piece to its last.
function spanOf(state, id) {
  const own = state.page.pieces.filter((cut) => cut.marks.includes(`claim:${id}`));
  return own.length ? [own[0].start, own[own.length - 1].start + own[own.length - 1].size] : null;
}

// The code point that a boundary of a selection stands at; null outside of the text.
function pointAt(state, node, offset) {
  if (node.nodeType === Node.TEXT_NODE) {
    const place = gathered(state).placeOf.get(node);
    if (!place) return null;
    if (place.whole) return place.start + (offset ? place.size : 0);
    return place.start + [...node.data.slice(0, offset)].length;
  }
  if (!state.text.contains(node)) return null;
  const range = document.createRange();
  range.setStart(state.text, 0);
  range.setEnd(node, offset);
  const before = gathered(state).places.filter((place) => range.comparePoint(place.node, place.node.length) <= 0);
  const last = before[before.length - 1];
  return last ? last.start + last.size : 0;
}

function trimmed(state, start, end) {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(state.points[from])) from += 1;
  while (to > from && /\s/.test(state.points[to - 1])) to -= 1;
  return from < to ? [from, to] : null;
}

const FIGURES = /\p{Nd}/u;
const LATIN = /\p{Script=Latin}/u;

// A figure and a Latin word are marked whole: where they stand in Arabic a mouse stops easily inside of them, and 2019
// would be 201. Arabic words are left as they are marked, as one may leave their و or ب out.
function unbroken(state, [start, end]) {
  const { points } = state;
  const inside = (at) => [FIGURES, LATIN].some((kind) => at > 0 && at < points.length && kind.test(points[at - 1]) && kind.test(points[at]));
  let [from, to] = [start, end];
  while (inside(from)) from -= 1;
  while (inside(to)) to += 1;
  return [from, to];
}

// What is selected in the text, null when nothing is; undefined when the selection is elsewhere.
function selectedWords(state) {
  const root = state.text.getRootNode();
  const selection = root.getSelection ? root.getSelection() : window.getSelection();
  if (!selection || !selection.rangeCount) return undefined;
  const range = selection.getRangeAt(0);
  const [start, end] = [pointAt(state, range.startContainer, range.startOffset), pointAt(state, range.endContainer, range.endOffset)];
  if (start === null || end === null) return undefined;
  const words = trimmed(state, start, end);
  return words && unbroken(state, words);
}

// The text node that a point of the text lies in; of two that meet there, the one before it for the `last` of some words.
function placeOver(state, point, last) {
  const { places } = gathered(state);
  let [low, high] = [0, places.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const end = places[middle].start + places[middle].size;
    if (point < end || (last && point === end)) high = middle;
    else low = middle + 1;
  }
  return places[low];
}

function rangeOf(state, [start, end]) {
  const at = (point, last) => {
    const place = placeOver(state, point, last);
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
  const own = state.at && spanOf(state, state.at);
  const words = textWords(state);
  if (!words.length) return;
  const top = state.text.getBoundingClientRect().top;
  const seen = state.pieces.find(({ host }) => host.getBoundingClientRect().bottom > top);
  const from = seen ? seen.cut.start : 0;
  state.marked = own || words.find((word) => word[0] >= from && rangeOf(state, word).getBoundingClientRect().top >= top) || words[0];
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
