// What was decided and is only in this browser yet is told on every screen; the compare screen, which sends it, says so itself.
const UNSENT_MS = 2000;

function countUnsent({ mark }, me) {
  const prefix = `claims/outbox/${mark}/${me}/`;
  let count = 0;
  for (let index = 0; mark && index < window.localStorage.length; index += 1) {
    const name = window.localStorage.key(index);
    if (name.startsWith(prefix)) count += stored(name).filter((entry) => Number.isInteger(entry.seq)).length;
  }
  return count;
}

function onCompare() {
  return window.location.pathname.endsWith('/compare') && !new URLSearchParams(window.location.search).has('status');
}

// Told from the second look on: another tab may be about to send it.
function tellUnsent(state, place) {
  let before = 0;
  let told = -1;
  const look = () => {
    const { data } = state.args;
    const count = onCompare() ? 0 : countUnsent(data.case, data.me);
    const shown = Math.min(count, before);
    before = count;
    if (shown === told) return;
    told = shown;
    place.replaceChildren(...(shown ? [make('p', {}, `${data.labels.unsent} `, make('bdi', {}, `${shown}`)), make('a', { href: data.case.compare }, data.labels.sendThem)] : []));
  };
  look();
  const timer = setInterval(look, UNSENT_MS);
  return () => clearInterval(timer);
}
