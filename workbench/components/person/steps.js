// Streamlit writes two steps into the browser's history when one screen leads to another: the new question under the
// old screen's name, then both. The second takes the place of the first here, so that one step back is one view back.
// Where only the name of the case comes into the address, there is no step at all.
const TOGETHER_MS = 2000;

function joinSteps(about) {
  const { history, location } = window;
  if (history.joined) return;
  history.joined = true;
  const push = history.pushState.bind(history);
  let last = -TOGETHER_MS;
  history.pushState = (data, unused, address) => {
    const now = performance.now();
    const next = within(address, about);
    const bare = new URL(next);
    if (about) bare.searchParams.delete(about.key);
    const here = new URL(location.href);
    if (about) here.searchParams.delete(about.key);
    if (bare.href === here.href) {
      history.replaceState(data, unused, next.href);
      return;
    }
    const second = next.search && next.search === location.search && next.pathname !== location.pathname && now - last < TOGETHER_MS;
    last = now;
    if (second) history.replaceState(data, unused, next.href);
    else push(data, unused, next.href);
  };
}
