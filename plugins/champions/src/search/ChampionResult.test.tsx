import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { ChampionResult } from './ChampionResult';

const ZED = {
  title: 'Zed Quillan — champion of Payments',
  text: 'Whom to ask about security in Payments. Knows most about: Cloud.',
  location: '/catalog/default/user/zed',
  scopeRef: 'group:default/payments',
  specialisms: 'Cloud',
};

// The search page has a heading of its own above the results.
const AXE = { rules: { 'heading-order': { enabled: false } } };

describe('a champion among the results of a search', () => {
  it('says for what to ask them, and leads to them', async () => {
    const { container } = renderInTestApp(<ChampionResult result={ZED} />);
    expect(
      await screen.findByRole('link', { name: ZED.title }),
    ).toHaveAttribute('href', ZED.location);
    expect(screen.getByText(ZED.text)).toBeVisible();
    expect(await axe(container, AXE)).toHaveNoViolations();
  });
});
