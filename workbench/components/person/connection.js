// Streamlit opens a dialog when its server does not answer, and the page behind it cannot be used. We close it: the
// page says so itself (style/page.css), and deciding goes on.
function closeConnectionDialogs() {
  const watch = new MutationObserver(() => {
    const app = document.querySelector('.stApp');
    if (!app || ['CONNECTED', 'INITIAL', 'CONNECTING'].includes(app.dataset.testConnectionState)) return;
    const close = document.querySelector('.stDialog [role=dialog] > button');
    if (close) close.click();
  });
  watch.observe(document.body, { childList: true });
  return () => watch.disconnect();
}
