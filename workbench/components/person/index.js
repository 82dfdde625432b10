// Language and name of the person at this browser, kept in two cookies for a year.
const states = new WeakMap();
const YEAR = 365 * 24 * 3600;

function keep(name, value) {
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${YEAR}; samesite=lax`;
  window.location.reload();
}

function paint(root, data) {
  const languages = data.languages.map((language) => {
    const button = make('button', { type: 'button', lang: language.id, 'aria-pressed': language.id === data.language ? 'true' : 'false' });
    button.textContent = language.name;
    button.addEventListener('click', () => { if (language.id !== data.language) keep(data.languageCookie, language.id); });
    return button;
  });
  root.replaceChildren(make('div', { class: 'languages', role: 'group', 'aria-label': data.labels.language }, languages));
  if (data.reviewer === null) return;
  const input = make('input', { name: 'reviewer', maxlength: 80, autocomplete: 'name', dir: 'auto' });
  input.value = data.reviewer;
  root.append(make('label', {}, data.labels.reviewer, input), make('button', { type: 'submit' }, data.labels.save));
  root.onsubmit = (event) => {
    event.preventDefault();
    keep(data.reviewerCookie, input.value.trim());
  };
}

export default function (component) {
  const { state, first } = remembered(states, component.parentElement, () => ({ told: '' }));
  const told = JSON.stringify(component.data);
  if (state.told !== told) {
    state.told = told;
    paint(component.parentElement.querySelector('.person'), component.data);
  }
  if (!first || component.data.reviewer !== null) return undefined;
  joinSteps();
  const stopWatching = closeConnectionDialogs();
  return () => {
    stopWatching();
    states.delete(component.parentElement);
  };
}
