// Small pieces that every component uses. Text goes in by textContent only: it may come from a hostile document.

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined) element.append(child);
  }
  return element;
}

// What a button, field or link is called, so that it is known again when it was painted anew.
function calledBy(element) {
  return [element.tagName, element.dataset.do || element.getAttribute('aria-label') || element.textContent].join(' ');
}

// Paint, and give the focus back to what had it before, with the caret of a field; else to what `otherwise` finds.
function anew(root, paint, otherwise = () => null) {
  const held = root.getRootNode().activeElement;
  const within = held && root.contains(held);
  const name = within && calledBy(held);
  const caret = within && held.matches('input[type=text], textarea') ? [held.selectionStart, held.selectionEnd] : null;
  paint();
  if (!within || held.isConnected) return;
  const again = [...root.querySelectorAll('a, button, input, select, textarea, summary, [tabindex]')].find((one) => calledBy(one) === name) || otherwise();
  if (!again) return;
  again.focus({ preventScroll: true });
  if (caret && again.setSelectionRange) again.setSelectionRange(...caret);
}

// Pieces come cut from Python, so that nobody counts characters here; see workbench/shown/passage.py.
function joined(pieces, titles) {
  return pieces.map((piece) => {
    if (!piece.marks.length) return document.createTextNode(piece.text);
    const innermost = piece.marks[piece.marks.length - 1];
    const mark = make('mark', { 'data-mark': innermost, title: titles && titles[innermost] });
    mark.textContent = piece.text;
    return mark;
  });
}

// A sentence of ours; words that it quotes keep their own direction and cannot turn it round, days in figures stay whole.
function sentence(text) {
  return text.split(/([“«][^”»]*[”»])/).flatMap((part, index) => (
    index % 2 ? [part[0], make('bdi', {}, part.slice(1, -1)), part[part.length - 1]] : days(part)));
}

function days(text) {
  return text.split(/(\d{4}-\d{2}(?:-\d{2})?)/).map((part, index) => (index % 2 ? make('bdi', { dir: 'ltr', class: 'day' }, part) : part));
}

// Words of a document; names of files and hosts in them read from the left as one, whatever stands around them.
function evidence(text) {
  return text.split(/([\w.-]*\w\.[A-Za-z]{2,5}\b)/).map((part, index) => (index % 2 ? make('bdi', { dir: 'ltr', class: 'name', title: part }, part) : part));
}

// Whether somebody types there; a box that was just ticked takes no words.
function takesWords(target) {
  if (target.isContentEditable) return true;
  return /^(INPUT|TEXTAREA|SELECT|OPTION)$/.test(target.tagName || '') && target.type !== 'checkbox';
}

// A key is ours when nobody types, no dialog is open and no modifier is held; held keys do not repeat unless they may.
function isOurs(event, repeats = false) {
  if (event.ctrlKey || event.metaKey || event.altKey || (event.repeat && !repeats) || event.isComposing) return false;
  const target = event.composedPath()[0];
  if (target && takesWords(target)) return false;
  return !document.querySelector('[role=dialog]');
}

// One state for each place where a component is mounted; Streamlit calls the component anew with each run.
function remembered(states, parent, begin) {
  let state = states.get(parent);
  const first = !state;
  if (first) {
    state = begin();
    states.set(parent, state);
  }
  return { state, first };
}

// A name for one submission, so that the case does it once however often it arrives.
function token() {
  return window.crypto.randomUUID ? window.crypto.randomUUID() : `${Date.now()}-${Math.random()}`;
}

// The field for a reason, kept in the form as it is typed.
function reasonField(labels, form) {
  const input = make('input', { type: 'text', dir: 'auto', maxlength: 2000, class: 'reason', 'aria-label': labels.reason, placeholder: labels.reason });
  input.value = form.reason || '';
  input.addEventListener('input', () => { form.reason = input.value; });
  return input;
}
