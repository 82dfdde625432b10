// A link to a file that was made; the browser stores what is behind it.
const states = new WeakMap();

export default function (component) {
  const { state } = remembered(states, component.parentElement, () => ({ address: null }));
  const { address, name, label } = component.data;
  if (state.address === address && state.label === label) return;
  Object.assign(state, { address, label });
  const root = component.parentElement.querySelector('.taken');
  anew(root, () => root.replaceChildren(make('a', { href: address, download: name }, label)));
}
