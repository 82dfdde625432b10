"""Walking over a page by the keyboard alone: what is reached, and whether one sees where one stands."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

MOST = 260
"""Stops after which a walk is called endless."""

TOOLS = """
window.standing = () => { let at = document.activeElement; while (at && at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement; return at === document.body ? null : at; };
window.known = new Map();
window.numbered = (one) => { if (!window.known.has(one)) window.known.set(one, window.known.size + 1); return window.known.get(one); };
window.called = (one) => `${one.tagName.toLowerCase()} ${(one.getAttribute('aria-label') || one.innerText || one.value || one.getAttribute('placeholder') || '').trim().replace(/\\s+/g, ' ').slice(0, 60)}`;
window.looks = (one) => {
  const above = [];
  for (let host = one; host && above.length < 5; host = host.parentElement || (host.getRootNode() || {}).host) above.push(host);
  const beside = one.parentElement ? [...one.parentElement.querySelectorAll('*')].slice(0, 16) : [];
  return [...above, ...beside, ...[...one.querySelectorAll('*')].slice(0, 12)].map((each) => { const s = getComputedStyle(each); return [s.display, s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.borderTopColor, s.backgroundColor, s.textDecorationLine, s.stroke].join(); }).join('|');
};
void 0;
"""

STOP = """() => {
  const one = window.standing();
  const before = window.before ? window.looks(window.before) : '';
  window.before = one;
  if (!one) return [null, '', '', before, false];
  const box = one.getBoundingClientRect();
  const within = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return [window.numbered(one), window.called(one), window.looks(one), before, within];
}"""
"""What has the focus, how it looks now, and how the one before looks without it."""

OPERATED = """() => {
  const found = [];
  const walk = (root) => {
    for (const one of root.querySelectorAll('*')) {
      if (one.shadowRoot) walk(one.shadowRoot);
      if (!one.matches('a[href], button, input, select, textarea, summary, [tabindex="0"]') || one.disabled || one.tabIndex < 0) continue;
      if (!one.getClientRects().length || !one.checkVisibility({ visibilityProperty: true }) || one.closest('[inert]')) continue;
      const group = one.closest('[role=radiogroup]') || (one.type === 'radio' && one.closest('form, fieldset'));
      if (group && one.matches('[role=radio], input') && [...group.querySelectorAll('[role=radio], input')].some((each) => window.known.has(each))) continue;
      found.push([window.known.get(one) || 0, window.called(one)]);
    }
  };
  walk(document);
  return found;
}"""


@dataclass(frozen=True, slots=True)
class Walk:
    """What a walk by Tab came by.

    Attributes:
        stops: each place with the focus, in order.
        unseen: those of them where nothing shows that they have it, or that lie outside of the window.
        missed: what can be operated and was not come by, the thing itself or one of its name; of a group that arrows walk through, one stop is enough.
        ends: whether it came back to its beginning instead of going round in a part of the page.
    """

    stops: tuple[str, ...]
    unseen: tuple[str, ...]
    missed: tuple[str, ...]
    ends: bool


def walked(page: Page, key: str = "Tab") -> Walk:
    """Go over the page from its beginning by one key, and round to the beginning again."""
    page.add_style_tag(content="* { transition: none !important; }")
    page.evaluate(TOOLS)
    page.evaluate("() => { const at = window.standing(); if (at) at.blur(); }")
    stops: dict[int, str] = {}
    unseen: list[str] = []
    lit, ends = "", False
    for _ in range(MOST):
        page.keyboard.press(key)
        number, called, looks, before, within = page.evaluate(STOP)
        if lit and lit == before:
            unseen.append(list(stops.values())[-1])
        lit = looks
        if number is None:
            continue
        if number in stops:
            ends = number == next(iter(stops))
            break
        stops[number] = called
        if not within:
            unseen.append(called)
    missed = [
        name
        for number, name in page.evaluate(OPERATED)
        if number not in stops and name not in set(stops.values())
    ]
    return Walk(tuple(stops.values()), tuple(unseen), tuple(missed), ends)
