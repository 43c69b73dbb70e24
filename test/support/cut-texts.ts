import type { Page } from 'playwright';

/**
 * The texts of the page that cannot be read whole: cut by a box that hides what flows over, or reached only by
 * scrolling sideways. What is there for the ear alone, scrolled away downwards or dropped whole does not count.
 * @param tablesMayScroll in a magnified window a table may be wider than its pane (WCAG 2.2, 1.4.10)
 */
export function cutTexts(page: Page, { tablesMayScroll = false } = {}): Promise<string[]> {
  return page.evaluate((mayScroll) => {
    const slack = 1;
    const found = new Set<string>();
    const isForTheEar = (element: Element) => {
      const { clipPath, position, width } = getComputedStyle(element);
      return clipPath !== 'none' || (position === 'absolute' && width === '1px');
    };
    const cutter = (text: DOMRect, start: Element): string | null => {
      for (let element: Element | null = start; element; element = element.parentElement) {
        if (isForTheEar(element)) return null;
        const { overflowX, overflowY, display } = getComputedStyle(element);
        if (display === 'inline') continue;
        const box = element.getBoundingClientRect();
        const isWide = text.right > box.right + slack || text.left < box.left - slack;
        const isTall = text.bottom > box.bottom + slack || text.top < box.top - slack;
        if (isWide && overflowX === 'auto' && mayScroll && start.closest('table, [role=table], [role=grid]'))
          return null;
        if (isWide && overflowX !== 'visible')
          return overflowX === 'hidden' ? 'cut' : 'to be scrolled sideways to';
        // A bar that wraps into a hidden row drops its least important thing whole.
        if (text.top >= box.bottom - slack || text.bottom <= box.top + slack) return null;
        if (isTall && ['hidden', 'clip'].includes(overflowY)) return 'cut below';
        if (isTall && overflowY !== 'visible') return null;
      }
      return text.right > innerWidth + slack || text.left < -slack ? 'outside the window' : null;
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = node.textContent?.trim();
      const parent = node.parentElement;
      if (!words || !parent?.checkVisibility({ visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.width === 0) continue;
      const how = cutter(box, parent);
      if (how) found.add(`”${words.slice(0, 60)}” is ${how}`);
    }
    if (document.documentElement.scrollWidth > innerWidth) found.add('the page scrolls sideways');
    return [...found];
  }, tablesMayScroll);
}
