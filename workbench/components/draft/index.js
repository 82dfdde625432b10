// What was typed of a remark and is not kept yet stands in the browser's storage as well, with the mark of the server that
// knows it: a server that was started anew, and knows nothing of it, gets it back. What stands in the fields when the page is
// left has no mark: no server may have heard of it.
const states = new WeakMap();

function storedDraft(name) {
  try {
    return JSON.parse(window.localStorage.getItem(name));
  } catch {
    return null;
  }
}

function inFields(fields) {
  const typed = Object.entries(fields).map(([name, key]) => {
    const mark = key.trim().replaceAll(/[^a-zA-Z0-9_-]/g, '-');
    const field = document.querySelector(`.st-key-${mark} input`);
    return [name, field ? field.value : ''];
  });
  return Object.fromEntries(typed.filter(([, value]) => value));
}

function listen(state) {
  const leave = () => {
    const { name, fields } = state.data;
    const typed = inFields(fields);
    if (Object.keys(typed).length) window.localStorage.setItem(name, JSON.stringify({ server: '', draft: typed }));
  };
  window.addEventListener('pagehide', leave);
  return () => window.removeEventListener('pagehide', leave);
}

export default function (component) {
  const { state, first } = remembered(states, component.parentElement, () => ({ given: '' }));
  state.data = component.data;
  const { name, server, draft } = component.data;
  const empty = !Object.keys(draft).length;
  const before = storedDraft(name);
  if (empty && before && before.server !== server) {
    const once = `${name} ${server}`;
    if (state.given !== once) component.setTriggerValue('found', before.draft);
    state.given = once;
  } else if (empty) {
    window.localStorage.removeItem(name);
  } else {
    window.localStorage.setItem(name, JSON.stringify({ server, draft }));
  }
  if (!first) return undefined;
  const stop = listen(state);
  return () => {
    stop();
    states.delete(component.parentElement);
  };
}
