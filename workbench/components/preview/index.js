// A report in a frame that may run no script and reach nothing.
const states = new WeakMap();

export default function (component) {
  const { state } = remembered(states, component.parentElement, () => ({ shown: null }));
  if (state.shown === component.data.html) return;
  state.shown = component.data.html;
  const frame = make('iframe', { sandbox: '', title: component.data.title });
  frame.srcdoc = component.data.html;
  component.parentElement.querySelector('.preview').replaceChildren(frame);
}
