// What was typed of a remark and is not kept yet stands in the browser's storage as well, with the mark of the server that
// knows it: a server that was started anew, and knows nothing of it, gets it back.
const states = new WeakMap();
const AGAIN_MS = 2000;
const MOST = 5;

function storedDraft(name) {
  try {
    return JSON.parse(window.localStorage.getItem(name));
  } catch {
    return null;
  }
}

export default function (component) {
  const { state } = remembered(states, component.parentElement, () => ({ once: '', times: 0, timer: 0 }));
  const { name, server, draft } = component.data;
  const empty = !Object.keys(draft).length;
  const before = storedDraft(name);
  window.clearInterval(state.timer);
  if (empty && before && before.server !== server) {
    // Some times, until the server has it: what is said while it still begins can get lost.
    const once = `${name} ${server}`;
    if (state.once !== once) Object.assign(state, { once, times: 0 });
    const give = () => {
      state.times += 1;
      if (state.times > MOST) window.clearInterval(state.timer);
      else component.setTriggerValue('found', before.draft);
    };
    if (!state.times) give();
    state.timer = window.setInterval(give, AGAIN_MS);
  } else if (empty) {
    window.localStorage.removeItem(name);
  } else {
    window.localStorage.setItem(name, JSON.stringify({ server, draft }));
  }
  return () => window.clearInterval(state.timer);
}
