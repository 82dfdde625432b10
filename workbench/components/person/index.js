// Language and name of the person at this browser, and the cases last opened, kept in cookies for a year.
const states = new WeakMap();
const YEAR = 365 * 24 * 3600;

function put(name, value) {
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${YEAR}; samesite=lax`;
}

function keep(name, value) {
  put(name, value);
  window.location.reload();
}

function paint(state, root, data) {
  Object.entries(data.kept).forEach(([name, value]) => put(name, value));
  const languages = data.languages.map((language) => {
    const button = make('button', { type: 'button', lang: language.id, 'aria-pressed': language.id === data.language ? 'true' : 'false' });
    button.textContent = language.name;
    button.addEventListener('click', () => { if (language.id !== data.language) keep(data.languageCookie, language.id); });
    return button;
  });
  const about = data.case ? [
    make('p', { class: 'case' }, `${data.labels.case} `, make('bdi', {}, data.case.name)),
    make('p', { class: 'case' }, `${data.labels.me} `, make('a', { href: data.case.settings }, make('bdi', {}, data.me))),
  ] : [];
  root.replaceChildren(...about, make('div', { class: 'languages', role: 'group', 'aria-label': data.labels.language }, languages));
  if (data.reviewer === null) {
    const keys = make('button', { type: 'button', 'aria-keyshortcuts': '?' }, data.labels.keyMap, keycap(state, 'help'));
    keys.addEventListener('click', () => openKeys(state));
    root.append(keys);
    paintHelp(state);
    return;
  }
  const input = make('input', { name: 'reviewer', maxlength: 80, autocomplete: 'name', dir: 'auto' });
  input.value = data.reviewer;
  root.append(make('label', {}, data.labels.reviewer, input), make('button', { type: 'submit' }, data.labels.save));
  root.onsubmit = (event) => {
    event.preventDefault();
    keep(data.reviewerCookie, input.value.trim());
  };
}

export default function (component) {
  const { state, first } = remembered(states, component.parentElement, () => ({ told: '', help: component.parentElement.querySelector('.keys') }));
  state.args = component;
  const told = JSON.stringify(component.data);
  if (state.told !== told) {
    state.told = told;
    paint(state, component.parentElement.querySelector('.person'), component.data);
    if (component.data.case && component.data.case.leave) window.location.assign(component.data.case.leave);
  }
  if (!first || component.data.reviewer !== null) return undefined;
  joinSteps(component.data.case);
  const stopWatching = closeConnectionDialogs();
  const stopLinking = stayInCase(component.data.case, put);
  const stopLeading = leadHome(component.data.case.key, () => state.args.setTriggerValue('home', true));
  const stopKeeping = keepPlace();
  const stopBringing = bringNotices();
  const stopListening = listenForKeys(state);
  const stopTelling = tellUnsent(state, component.parentElement.querySelector('.unsent'));
  return () => {
    stopWatching();
    stopLinking();
    stopLeading();
    stopKeeping();
    stopBringing();
    stopListening();
    stopTelling();
    states.delete(component.parentElement);
  };
}
