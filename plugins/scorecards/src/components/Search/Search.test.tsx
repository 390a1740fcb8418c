import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { DefinitionResult } from './DefinitionResult';

const SAST = {
  title: 'Static analysis runs',
  text: 'Injection is found early.',
  location: '/scorecards/definitions?check=code.sast-active',
  definition: 'check',
  name: 'code.sast-active',
  words: 'code sast active',
  stage: 'code',
  scorecards: 'Essentials',
};

// The search page has a heading of its own above the results.
const AXE = { rules: { 'heading-order': { enabled: false } } };

describe('a check among the results of a search', () => {
  it('says what it is and who asks for it, and leads to it', async () => {
    const { container } = renderInTestApp(
      <DefinitionResult
        result={SAST}
        highlight={{
          preTag: '<1>',
          postTag: '</1>',
          fields: { text: '<1>Injection</1> is found early.' },
        }}
      />,
    );
    expect(
      await screen.findByRole('link', { name: 'Static analysis runs' }),
    ).toHaveAttribute('href', SAST.location);
    expect(
      screen.getByText('Check · Code · code.sast-active · asked by Essentials'),
    ).toBeVisible();
    expect(screen.getByText('Injection')).toBeVisible();
    expect(await axe(container, AXE)).toHaveNoViolations();
  });
});
