// Lines, words and marks in one plane, worked out in Python; nothing is asked of anybody outside. A mark opens.
const states = new WeakMap();
const SVG = 'http://www.w3.org/2000/svg';

function shape(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...children.filter(Boolean));
  return element;
}

function diamond(x, y, r) {
  return shape('path', { d: `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z` });
}

function point(mark, y) {
  return mark.alone ? diamond(mark.x, y, mark.r + 1) : shape('circle', { cx: mark.x, cy: y, r: mark.r });
}

// From the least to the most: a line between two points; without an upper end an arrow.
function range(mark) {
  const { x, y, y2 } = mark;
  if (mark.open) return [shape('path', { class: 'range', d: `M${x} ${y2}V${y2 - 16}M${x - 5} ${y2 - 10}L${x} ${y2 - 17}L${x + 5} ${y2 - 10}` })];
  return y === y2 ? [] : [shape('path', { class: 'range', d: `M${x} ${y}V${y2}` })];
}

function drawn(state, mark) {
  const group = shape('g', { class: mark.alone ? 'mark alone' : 'mark', role: 'button', tabindex: -1, 'aria-label': mark.label },
    ...range(mark), point(mark, mark.y), mark.y2 !== mark.y ? point(mark, mark.y2) : null,
    shape('circle', { class: 'ring', cx: mark.x, cy: mark.y2, r: mark.r + 6 }));
  group.addEventListener('click', () => state.args.setTriggerValue('opened', mark.id));
  group.addEventListener('pointerenter', () => tell(state, mark.label));
  group.addEventListener('focus', () => {
    state.marks.forEach((other) => other.setAttribute('tabindex', other === group ? 0 : -1));
    state.at = mark.id;
    tell(state, mark.label);
  });
  return group;
}

function tell(state, text) {
  state.root.querySelector('.told').replaceChildren(make('bdi', {}, text));
}

function legend(one) {
  const sample = { x: 10, y: 14, y2: one.shape === 'range' ? 4 : 14, r: one.shape === 'range' ? 3 : 5, alone: one.shape === 'diamond', open: one.shape === 'open' };
  if (one.shape === 'open') Object.assign(sample, { y: 17, y2: 17, r: 3 });
  const group = shape('g', { class: sample.alone ? 'mark alone' : 'mark' }, ...range(sample), point(sample, sample.y), sample.y2 !== sample.y ? point(sample, sample.y2) : null);
  return make('span', {}, shape('svg', { viewBox: '0 0 20 20', 'aria-hidden': 'true' }, group), one.means);
}

const SIDES = { left: 'end', middle: 'middle', right: 'start' };

function paint(state) {
  const { data } = state.args;
  const { direction } = getComputedStyle(state.root);
  const lines = data.lines.map(({ strong, kind, ...line }) => shape('line', { ...line, class: strong ? 'strong' : kind }));
  const words = data.words.map((word) => shape('text', { x: word.x, y: word.y, 'text-anchor': SIDES[word.anchor], direction: word.anchor === 'middle' ? direction : 'ltr', class: word.anchor === 'middle' ? 'name' : null, 'aria-hidden': 'true' }, word.text));
  state.marks = data.marks.map((mark) => drawn(state, mark));
  const svg = shape('svg', { viewBox: `0 0 ${data.width} ${data.height}`, role: 'group', 'aria-label': data.title }, ...lines, ...state.marks, ...words);
  const help = make('button', { type: 'button' }, data.labels.keyMap, keycap(state, 'help'));
  help.addEventListener('click', () => state.help.showModal());
  state.root.querySelector('.plane').replaceChildren(svg);
  state.root.querySelector('.below').replaceChildren(make('span', { class: 'told' }, data.labels.hint), ...data.legend.map(legend), help);
  if (state.marks.length) state.marks[0].setAttribute('tabindex', 0);
}

function step(state, by) {
  const index = state.args.data.marks.findIndex((mark) => mark.id === state.at);
  const next = state.marks[index < 0 ? 0 : Math.min(state.marks.length - 1, Math.max(0, index + by))];
  if (next) next.focus();
}

function press(state, name) {
  if (name === 'open') state.args.setTriggerValue('opened', state.at);
  else if (name === 'help') state.help.showModal();
  else step(state, name === 'forward' ? 1 : -1);
}

// Enter opens the mark that has the focus; elsewhere it is the browser's.
function listen(state) {
  const meant = (event, key) => isOurs(event, key.name !== 'open') && (key.name !== 'open' || state.marks.includes(event.composedPath()[0]));
  return onKeys(state, meant, (name) => press(state, name));
}

export default function (component) {
  const fresh = (parent) => ({ root: parent.querySelector('.drawing'), help: parent.querySelector('.keys'), at: '', marks: [] });
  return mounted(states, component, fresh, paint, listen);
}
