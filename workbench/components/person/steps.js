// Streamlit writes two steps into the browser's history when one screen leads to another: the new question under the
// old screen's name, then both. The second takes the place of the first here, so that one step back is one view back.
const TOGETHER_MS = 2000;

function joinSteps() {
  const { history, location } = window;
  if (history.joined) return;
  history.joined = true;
  const push = history.pushState.bind(history);
  let last = -TOGETHER_MS;
  history.pushState = (data, unused, address) => {
    const now = performance.now();
    const next = new URL(address, location.href);
    const second = next.search && next.search === location.search && next.pathname !== location.pathname && now - last < TOGETHER_MS;
    last = now;
    if (second) history.replaceState(data, unused, address);
    else push(data, unused, address);
  };
}
