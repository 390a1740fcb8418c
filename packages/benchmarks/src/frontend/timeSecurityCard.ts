import { Page } from '@playwright/test';

/** The answer that a page of an entity waits for. */
const ENTITY_ANSWER = '/api/catalog/entities/by-name/';

declare global {
  interface Window {
    /** When the Security card could be used, in ms since navigation. */
    securityCardReadyAt?: number;
  }
}

/**
 * Notes when the card shows a level and its link can be followed: the first
 * frame after both are there.
 */
export function watchSecurityCard(): void {
  const look = () => {
    const link = [...document.querySelectorAll('a')].find(
      ({ textContent }) => textContent === 'Open scorecard',
    );
    const card = link?.closest('section, article, [class*="Card"]');
    if (card?.querySelector('svg[role="img"]')) {
      window.securityCardReadyAt = performance.now();
    } else {
      requestAnimationFrame(look);
    }
  };
  look();
}

/** Seconds from the entity's answer to the card that can be used. */
export async function timeSecurityCard(
  page: Page,
  url: string,
): Promise<number> {
  await page.goto(url);
  await page.waitForFunction(() => window.securityCardReadyAt !== undefined);
  return page.evaluate(answer => {
    const entity = performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.includes(answer))
      .map(entry => (entry as PerformanceResourceTiming).responseEnd);
    if (entity.length === 0) {
      throw new Error(`The page did not ask for ${answer}`);
    }
    return ((window.securityCardReadyAt ?? NaN) - Math.min(...entity)) / 1000;
  }, ENTITY_ANSWER);
}
