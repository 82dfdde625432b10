// A page is about one case. Every address within it names the case, also that of a link opened in another tab.

function within(address, about) {
  const next = new URL(address, window.location.href);
  if (about && about.name && next.origin === window.location.origin && !next.searchParams.has(about.key)) next.searchParams.set(about.key, about.name);
  return next;
}

// The cases last opened, the newest first.
function noteOpened(about, put) {
  const found = document.cookie.split('; ').find((one) => one.startsWith(`${about.cookie}=`)) || '=';
  let before = [];
  try {
    before = decodeURIComponent(found.slice(found.indexOf('=') + 1)).split('\n');
  } catch {
    before = [];
  }
  const others = before.filter((name) => name && name !== about.name);
  if (about.there) put(about.cookie, [about.name, ...others].slice(0, about.most).join('\n'));
}

// The entry of the screen on which one is leads to its beginning, also from one thing on it; Streamlit would stay there.
function leadHome(key, go) {
  const clicked = (event) => {
    const link = event.target.closest && event.target.closest('a[data-testid=stSidebarNavLink][aria-current=page]');
    const asked = [...new URLSearchParams(window.location.search).keys()].some((name) => name !== key);
    if (!link || !asked || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    go();
  };
  document.addEventListener('click', clicked, true);
  return () => document.removeEventListener('click', clicked, true);
}

function stayInCase(about, put) {
  if (!about || !about.name) return () => {};
  noteOpened(about, put);
  const link = () => {
    for (const one of document.querySelectorAll('a[data-testid=stSidebarNavLink], a[data-testid=stPageLink-NavLink]')) {
      const whole = within(one.href, about).href;
      if (one.href !== whole) one.href = whole;
    }
  };
  const watch = new MutationObserver(link);
  watch.observe(document.body, { childList: true, subtree: true });
  link();
  return () => watch.disconnect();
}
