// The outbox: what was decided and is not acknowledged yet. It lives in the browser's storage as well, so that a
// closed tab or a killed server loses nothing; what an earlier page left there is sent by the next one.

const RESEND_MS = 4000;
const ASK_AGAIN_MS = 15000;

function storageName(state, id) {
  return `claims/outbox/${state.case}/${state.reviewer}/${id}`;
}

// Outboxes that pages closed or reloaded before left behind.
function leftBehind(state) {
  const prefix = storageName(state, '');
  const found = [];
  for (let index = 0; index < window.localStorage.length; index += 1) {
    const name = window.localStorage.key(index);
    if (!name.startsWith(prefix)) continue;
    const entries = stored(name).filter((entry) => Number.isInteger(entry.seq));
    if (entries.length) found.push({ id: name.slice(prefix.length), entries });
  }
  return found;
}

function unsent(state) {
  return [{ id: state.id, entries: state.entries }, ...state.earlier].filter((outbox) => outbox.entries.length);
}

function put(state, entry) {
  state.seq += 1;
  state.entries.push({ seq: state.seq, ...entry });
  store(storageName(state, state.id), state.entries);
}

// Take the last entry out again, if it has not left yet.
function withdraw(state) {
  const last = state.entries[state.entries.length - 1];
  if (!last || last.do !== 'decide' || last.seq <= state.sent) return null;
  state.entries.pop();
  store(storageName(state, state.id), state.entries);
  return last;
}

function acknowledge(state) {
  const { acknowledged, page, request, waiting } = state.args.data;
  for (const outbox of [{ id: state.id }, ...state.earlier]) {
    const upTo = acknowledged[outbox.id] || 0;
    if (!upTo) continue;
    const name = storageName(state, outbox.id);
    if (outbox.id === state.id) state.entries = state.entries.filter((entry) => entry.seq > upTo);
    else outbox.entries = outbox.entries.filter((entry) => entry.seq > upTo);
    store(name, stored(name).filter((entry) => entry.seq > upTo));
  }
  state.earlier = state.earlier.filter((outbox) => outbox.entries.length);
  if (page === state.id) {
    state.answeredUpTo = Math.max(state.answeredUpTo, request);
    if (request >= state.request) state.waitingSince = 0;
    if (waiting) state.pausedUntil = performance.now() + RESEND_MS;
  }
}

// Send everything that is not acknowledged, one request at a time; the server stores each entry once.
function flush(state, wanted = false) {
  const outboxes = unsent(state);
  if (state.waitingSince || performance.now() < state.pausedUntil || !(outboxes.length || wanted)) return;
  state.request += 1;
  state.waitingSince = performance.now();
  state.askedAt = state.waitingSince;
  state.sent = state.seq;
  state.args.setTriggerValue('flush', {
    page: state.id,
    request: state.request,
    answered: state.answeredUpTo,
    case: state.case,
    reviewer: state.reviewer,
    outboxes,
    held: state.queue.map((card) => card.key),
  });
}

// What is left may be in the hands of others, who give it back in time.
function askAgain(state) {
  const waits = state.exhausted && !state.queue.length && state.figures.left > underway(state).size;
  if (!waits || performance.now() - state.askedAt < ASK_AGAIN_MS) return;
  state.exhausted = false;
  flush(state, true);
}

// Once a second: send again what nobody answered, and what the case could not take before.
function resend(state) {
  askAgain(state);
  if (state.waitingSince && performance.now() - state.waitingSince > RESEND_MS) {
    state.late = true;
    state.waitingSince = 0;
    flush(state, true);
  } else {
    flush(state);
  }
}
