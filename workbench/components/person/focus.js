// Who works by keyboard keeps their place on the page. What had the focus may be gone after a run: then what is called the
// same has it, else the title of the screen.
const LOOK_MS = 60;
const NEAR_PX = 160;
const OPERATED = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

function everyRoot(root) {
  return [root, ...[...root.querySelectorAll('*')].flatMap((host) => (host.shadowRoot ? everyRoot(host.shadowRoot) : []))];
}

function usable(element) {
  return element.isConnected && !element.disabled && element.tabIndex >= 0 && element.getClientRects().length > 0;
}

// A file that was made stands ready where the button to make it was.
function ready(all, { box }) {
  const near = (one) => {
    const { left, top } = one.getBoundingClientRect();
    return Math.hypot(left - box.left, top - box.top) < NEAR_PX;
  };
  return all.find((one) => one.closest('[data-testid=stDownloadButton]') && near(one));
}

function titleOf(main) {
  const root = everyRoot(main).find((one) => one.querySelector('h1'));
  const title = root && root.querySelector('h1');
  if (!title) return null;
  title.tabIndex = -1;
  return title.classList.contains('visually-hidden') ? root.querySelector('[role=region]') || title : title;
}

// Never another field, and of other buttons only those of the same row of pages: a second press must not do another thing.
function placeAgain(last) {
  const main = document.querySelector('[data-testid=stMain]');
  if (!main || last.name.startsWith('H1 ')) return main && titleOf(main);
  const operated = (root) => [...root.querySelectorAll(OPERATED)].filter(usable);
  const all = last.path === window.location.pathname ? everyRoot(main).flatMap(operated) : [];
  const paging = all.length && last.pages && last.pages.isConnected ? operated(last.pages) : [];
  return all.find((one) => calledBy(one) === last.name) || ready(all, last) || paging[0] || titleOf(main);
}

function keepPlace() {
  let last = null;
  const note = (event) => {
    const element = event.composedPath()[0];
    if (!element.matches || element === document.body) return;
    last = { element, name: calledBy(element), pages: element.closest('[data-testid=stPagination]'), box: element.getBoundingClientRect(), path: window.location.pathname };
  };
  const look = () => {
    const busy = document.querySelector('.stApp[data-test-script-state=running]') || document.querySelector('[role=dialog]');
    if (!last || busy || document.activeElement !== document.body || (last.element.isConnected && !last.element.disabled)) return;
    const place = placeAgain(last);
    if (place) place.focus({ preventScroll: place.tagName !== 'H1' });
  };
  document.addEventListener('focusin', note, true);
  const timer = setInterval(look, LOOK_MS);
  return () => {
    document.removeEventListener('focusin', note, true);
    clearInterval(timer);
  };
}
