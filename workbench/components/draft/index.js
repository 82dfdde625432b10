// What was typed of a remark and is not kept yet stands in the browser's storage as well, with the mark of the server that
// knows it: a server that was started anew, and knows nothing of it, gets it back.
const states = new WeakMap();

function storedDraft(name) {
  try {
    return JSON.parse(window.localStorage.getItem(name));
  } catch {
    return null;
  }
}

export default function (component) {
  const { state } = remembered(states, component.parentElement, () => ({ given: '' }));
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
}
