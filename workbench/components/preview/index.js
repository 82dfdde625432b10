// A report in a frame that may run no script and reach nothing.
const states = new WeakMap();

export default function (component) {
  const { state } = remembered(states, component.parentElement, () => ({ shown: null }));
  if (state.shown === component.data.address) return;
  state.shown = component.data.address;
  const frame = make('iframe', { sandbox: '', title: component.data.title, src: component.data.address });
  component.parentElement.querySelector('.preview').replaceChildren(frame);
}
