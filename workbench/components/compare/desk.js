// The desk: the gate, the relations, reason, kind of conflict, and on a row that is asked for how sure one is and a comment. Its
// nodes are made once and then kept.

const RELATIONS = ['agree', 'conflict', 'partial', 'unsure', 'not_comparable'];
const GATE = [['yes', 'yes'], ['no', 'no'], ['undecided', 'unsure']];

// The second click of a double click would answer the pair that the first one brought.
function once(act) {
  return (event) => { if (event.detail < 2) act(); };
}

function buildDesk(state) {
  const { labels } = state.args.data;
  const button = (name, text) => {
    const made = make('button', { type: 'button', 'data-do': name }, text, keycap(state, name));
    made.addEventListener('click', once(() => press(state, name)));
    return made;
  };
  const desk = {
    gate: GATE.map(([name, answer]) => [button(name, labels.gates[answer]), answer]),
    relations: RELATIONS.map((relation) => button(relation, labels.relations[relation])),
    reason: make('textarea', { rows: 1, dir: 'auto', maxlength: 2000, 'aria-label': labels.reason, placeholder: labels.reason }),
    apparent: make('select', { 'aria-label': labels.apparent }, make('option', { value: '' }, labels.apparent),
      labels.apparentKinds.map((kind) => make('option', { value: kind.id }, kind.name))),
    sure: make('select', { 'aria-label': labels.sure }, make('option', { value: '' }, labels.sure),
      labels.sureness.map((one) => make('option', { value: one.id }, one.name))),
    comment: make('input', { type: 'text', dir: 'auto', maxlength: 2000, 'aria-label': labels.comment, placeholder: labels.comment }),
    ask: make('p', { class: 'ask', hidden: true }),
    more: button('more', labels.more),
    undo: button('undo', labels.undo),
    later: button('later', labels.later),
    whole: button('whole', labels.whole),
  };
  desk.reason.addEventListener('input', () => { state.mark.reason = desk.reason.value; keepDraft(state); });
  desk.apparent.addEventListener('change', () => { state.mark.apparent = desk.apparent.value; });
  desk.comment.addEventListener('input', () => { state.mark.comment = desk.comment.value; keepDraft(state); });
  desk.sure.addEventListener('change', () => { state.mark.sure = desk.sure.value; keepDraft(state); });
  desk.rest = make('div', { class: 'row rest', hidden: true }, desk.sure, desk.comment);
  for (const field of [desk.reason, desk.apparent, desk.sure, desk.comment]) {
    field.addEventListener('keydown', (event) => { if (event.key === 'Escape') field.blur(); });
  }
  const form = state.root.querySelector('.desk');
  form.replaceChildren(
    make('div', { class: 'row' },
      make('span', { class: 'group', role: 'group', 'aria-label': labels.sameEvent }, make('span', { class: 'question' }, labels.sameEvent), desk.gate.map(([made]) => made)),
      desk.reason, keycap(state, 'reason'), desk.apparent, keycap(state, 'apparent')),
    desk.rest,
    desk.ask,
    make('div', { class: 'row' },
      make('span', { class: 'group relations', role: 'group', 'aria-label': labels.relation }, desk.relations),
      make('span', { class: 'group aside' }, desk.more, desk.whole, desk.later, desk.undo)));
  form.addEventListener('submit', (event) => event.preventDefault());
  return desk;
}

function paintDesk(state, card) {
  const { desk, mark } = state;
  const idle = !card || state.takingBack;
  for (const [button, answer] of desk.gate) {
    button.setAttribute('aria-pressed', String(mark.gate === answer));
    button.disabled = idle;
  }
  for (const button of [desk.more, desk.later, desk.whole]) button.disabled = idle;
  for (const button of desk.relations) button.disabled = idle || !state.figures.decides;
  for (const button of state.slotButtons) {
    button.setAttribute('aria-pressed', String(mark.slots.has(button.dataset.slot)));
    button.classList.toggle('hinted', state.asking && card.suggested.includes(button.dataset.slot));
  }
  if (desk.reason.value !== mark.reason) desk.reason.value = mark.reason;
  if (desk.apparent.value !== mark.apparent) desk.apparent.value = mark.apparent;
  desk.reason.disabled = desk.apparent.disabled = idle;
  paintRest(state);
  paintAsk(state, card);
}

// How sure one is, and a comment: there once they are asked for or filled in.
function paintRest(state) {
  const { desk, mark } = state;
  desk.rest.hidden = !(state.more || mark.sure || mark.comment);
  if (desk.comment.value !== mark.comment) desk.comment.value = mark.comment;
  if (mark.sure && ![...desk.sure.options].some((one) => one.value === mark.sure)) {
    desk.sure.append(make('option', { value: mark.sure }, `${Math.round(100 * mark.sure)} %`));
  }
  if (desk.sure.value !== mark.sure) desk.sure.value = mark.sure;
}

// A conflict names what both part on: asked for here, in place.
function paintAsk(state, card) {
  const { desk } = state;
  const { labels } = state.args.data;
  desk.ask.hidden = !state.asking;
  if (!state.asking) return;
  const marked = state.mark.slots.size ? [...state.mark.slots] : card.suggested;
  const confirm = make('button', { type: 'button', disabled: !marked.length },
    `${labels.relations.conflict}: ${marked.map((slot) => labels.slots[slot]).join(' + ') || '…'}`, keycap(state, 'confirm'));
  confirm.addEventListener('click', once(() => press(state, 'confirm')));
  desk.ask.replaceChildren(make('span', {}, labels.onWhat), confirm);
}
