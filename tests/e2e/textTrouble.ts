import type { Page } from "playwright-core";

/**
 * Texts that lie upon one another, or of which a part is cut away without a way to scroll to it; one line each.
 * axe sees neither, and both come with large text on a narrow screen.
 */
export async function textTrouble(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    interface Box {
      left: number;
      top: number;
      right: number;
      bottom: number;
    }
    const shown = { checkOpacity: true, checkVisibilityCSS: true, contentVisibilityAuto: true };
    const clips = (el: Element): boolean => {
      const { overflowX, overflowY } = getComputedStyle(el);
      return overflowX !== "visible" || overflowY !== "visible";
    };
    /** What stands apart from the flow (a bar at the foot, a column that stays) lies upon other things by design. */
    const apart = (el: Element): boolean => {
      for (let e: Element | null = el; e; e = e.parentElement)
        if (["fixed", "sticky"].includes(getComputedStyle(e).position)) return true;
      return false;
    };
    const seen = (el: Element, box: Box): Box => {
      const left = { ...box };
      for (let e: Element | null = el; e; e = e.parentElement) {
        if (!clips(e)) continue;
        const edge = e.getBoundingClientRect();
        left.left = Math.max(left.left, edge.left);
        left.top = Math.max(left.top, edge.top);
        left.right = Math.min(left.right, edge.right);
        left.bottom = Math.min(left.bottom, edge.bottom);
      }
      return left;
    };
    const found: string[] = [];
    const texts: (Box & { text: string; node: Node })[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const el = node.parentElement;
      const text = node.textContent?.trim().slice(0, 40) ?? "";
      if (!el || text === "" || !el.checkVisibility(shown) || el.closest(".sr-only, script, style")) continue;
      if (el.closest("details:not([open])") && !el.closest("summary")) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      // A line box is higher than its letters.
      const size = Number.parseFloat(getComputedStyle(el).fontSize);
      for (const line of range.getClientRects()) {
        const spare = Math.max(0, (line.height - size) / 2);
        const whole = {
          left: line.left,
          right: line.right,
          top: line.top + spare,
          bottom: line.bottom - spare,
        };
        const rest = seen(el, whole);
        const width = rest.right - rest.left;
        if (width < 2 || rest.bottom - rest.top < 2) continue;
        const reachable = el.closest(".scroller, [class*=overflow-x-auto], [class*=overflow-auto]");
        if (width < line.width - 4 && !reachable && getComputedStyle(el).textOverflow !== "ellipsis")
          found.push(`cut: ${text}`);
        if (!apart(el)) texts.push({ ...rest, text, node });
      }
    }
    texts.sort((a, b) => a.left - b.left);
    for (const [i, a] of texts.entries())
      for (const b of texts.slice(i + 1)) {
        if (b.left >= a.right) break;
        const wide = Math.min(a.right, b.right) - b.left;
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (a.node !== b.node && wide > 3 && high > 3) found.push(`upon one another: ${a.text} | ${b.text}`);
      }
    return [...new Set(found)];
  });
}
