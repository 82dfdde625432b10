// The list of keys is one press away on every screen: that of what stands on it, else the keys that act everywhere.

function listOfKeys(state) {
  const main = document.querySelector('[data-testid=stMain]');
  const own = main && everyRoot(main).map((root) => root.querySelector('dialog.keys')).find((one) => one && one.querySelector('tr'));
  return own || state.help;
}

function openKeys(state) {
  const list = listOfKeys(state);
  if (!list.open) list.showModal();
}

// What the screen itself does with the press goes first; a keyboard on which the sign is elsewhere opens the list too.
function listenForKeys(state) {
  const onKey = (event) => {
    const asked = event.code === 'Slash' || event.key === '?' || event.key === '؟';
    if (!asked || !isOurs(event) || !singleKeys()) return;
    setTimeout(() => { if (!event.defaultPrevented) openKeys(state); });
  };
  window.addEventListener('keydown', onKey, true);
  return () => window.removeEventListener('keydown', onKey, true);
}
