/** What an element looks like, without what only its document knows. */
const PROPERTIES = [
  'align-content',
  'align-items',
  'align-self',
  'background-color',
  'background-image',
  'background-position',
  'background-repeat',
  'background-size',
  'border-bottom-color',
  'border-bottom-left-radius',
  'border-bottom-right-radius',
  'border-bottom-style',
  'border-bottom-width',
  'border-collapse',
  'border-left-color',
  'border-left-style',
  'border-left-width',
  'border-right-color',
  'border-right-style',
  'border-right-width',
  'border-spacing',
  'border-top-color',
  'border-top-left-radius',
  'border-top-right-radius',
  'border-top-style',
  'border-top-width',
  'bottom',
  'box-sizing',
  'caption-side',
  'clip-path',
  'color',
  'column-gap',
  'display',
  'fill',
  'flex-basis',
  'flex-direction',
  'flex-grow',
  'flex-shrink',
  'flex-wrap',
  'font-family',
  'font-size',
  'font-style',
  'font-variant-numeric',
  'font-weight',
  'grid-auto-flow',
  'grid-template-columns',
  'grid-template-rows',
  'height',
  'justify-content',
  'justify-items',
  'left',
  'letter-spacing',
  'line-height',
  'list-style-type',
  'margin-bottom',
  'margin-left',
  'margin-right',
  'margin-top',
  'max-height',
  'max-width',
  'min-height',
  'min-width',
  'opacity',
  'order',
  'overflow-x',
  'overflow-y',
  'padding-bottom',
  'padding-left',
  'padding-right',
  'padding-top',
  'position',
  'right',
  'row-gap',
  'stroke',
  'stroke-dasharray',
  'stroke-width',
  'table-layout',
  'text-align',
  'text-anchor',
  'text-decoration-line',
  'text-overflow',
  'text-transform',
  'top',
  'transform',
  'vertical-align',
  'visibility',
  'white-space',
  'width',
  'z-index',
];

function isScrolled(overflow: string): boolean {
  return overflow === 'auto' || overflow === 'scroll';
}

function copyStyles(from: Element, to: Element): void {
  const computed = getComputedStyle(from);
  const styles = PROPERTIES.map(name => {
    const value = computed.getPropertyValue(name);
    // A picture does not scroll: all is shown.
    return name.startsWith('overflow') && isScrolled(value)
      ? `${name}:visible`
      : value && `${name}:${value}`;
  });
  to.removeAttribute('class');
  to.setAttribute('style', styles.filter(Boolean).join(';'));
}

/** What only serves reading on screen, such as a chart's words about a point. */
const SCREEN_ONLY = '[data-screen-only]';

/** A copy that looks the same without any style sheet. */
export function cloneWithStyles(element: Element): Element {
  const clone = element.cloneNode(true) as Element;
  const originals = [element, ...element.querySelectorAll('*')];
  const copies = [clone, ...clone.querySelectorAll('*')];
  originals.forEach((original, index) => copyStyles(original, copies[index]));
  clone.querySelectorAll(SCREEN_ONLY).forEach(each => each.remove());
  return clone;
}

/** How wide an element is when nothing of it is scrolled away. */
export function fullWidthOf(element: HTMLElement): number {
  const inner = [...element.querySelectorAll<HTMLElement>('*')]
    .filter(each => isScrolled(getComputedStyle(each).overflowX))
    .map(each => each.scrollWidth);
  return Math.max(element.offsetWidth, element.scrollWidth, ...inner);
}

/** The colour of the surface on which an element is drawn. */
export function surfaceOf(element: Element): string {
  for (
    let each: Element | null = element;
    each !== null;
    each = each.parentElement
  ) {
    const color = getComputedStyle(each).backgroundColor;
    if (color && color !== 'transparent' && !/,\s*0\)$/.test(color)) {
      return color;
    }
  }
  return 'white';
}
