import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { TextLink } from './TextLink';

describe('TextLink', () => {
  it('links within the portal', async () => {
    const { container } = renderInTestApp(
      <TextLink href="/scorecards?owner=mine" strong>
        Show all of mine
      </TextLink>,
    );

    expect(
      await screen.findByRole('link', { name: 'Show all of mine' }),
    ).toHaveAttribute('href', '/scorecards?owner=mine');
    expect(await axe(container)).toHaveNoViolations();
  });
});
