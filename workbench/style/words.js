// Streamlit's own words, most of them for screen readers alone, are English: here they become the reader's.
(() => {
  const known = JSON.parse(document.getElementById('streamlit-words').textContent);
  const open = Object.keys(known).filter((says) => says.includes('{}')).map((says) => [...says.split('{}'), known[says]]);
  const NAMES = ['aria-label', 'placeholder', 'title', 'alt'];
  const WORDED = '[role=dialog], [data-testid=stAlert], [data-testid=stException], [data-baseweb=popover], [data-testid=stSkipLink], [data-testid=stFileUploaderDropzone] button, [data-testid=stFileUploader] [role=alert], [data-testid^=stTooltip][data-testid$=Content], a[href^="#"]';

  function said(text) {
    const bare = text.trim();
    if (Object.hasOwn(known, bare)) return known[bare];
    const found = open.find(([before, after]) => bare.length >= before.length + after.length && bare.startsWith(before) && bare.endsWith(after));
    return found ? found[2].replace('{}', () => bare.slice(found[0].length, bare.length - found[1].length)) : null;
  }

  function name(element) {
    for (const attribute of NAMES) {
      const value = element.getAttribute(attribute);
      const ours = value && said(value);
      if (ours && ours !== value) element.setAttribute(attribute, ours);
    }
  }

  function reword(node) {
    if (!node.parentElement?.closest(WORDED)) return;
    const ours = said(node.data);
    if (ours && ours !== node.data) node.data = ours;
  }

  function visit(root) {
    if (root.nodeType === Node.TEXT_NODE) return reword(root);
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    name(root);
    for (const one of root.querySelectorAll('[aria-label], [placeholder], [title], [alt]')) name(one);
    if (!root.closest(WORDED) && !root.querySelector(WORDED)) return;
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) reword(texts.currentNode);
  }

  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === 'attributes') name(target);
      else if (type === 'characterData') reword(target);
      else addedNodes.forEach(visit);
    }
  }).observe(document.documentElement, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: NAMES });
})();
