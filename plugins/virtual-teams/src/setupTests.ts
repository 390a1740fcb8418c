import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { toHaveNoViolations } from 'jest-axe';

// Extensions load their components lazily, which takes long in a cold cache.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(60_000);

expect.extend(toHaveNoViolations);

/** jsdom has none; lists that load on while one scrolls need it. */
class NothingIntersects implements IntersectionObserver {
  readonly root = null;
  readonly rootMargin = '';
  readonly scrollMargin = '';
  readonly thresholds = [];
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return [];
  }
}

window.IntersectionObserver = NothingIntersects;
