import { renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  DefinitionsApi,
  DryRun,
} from '@synchrony/backstage-plugin-scorecards-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeScorecardsApi } from '../../__testUtils__/FakeScorecardsApi';
import { definitionsApiRef, scorecardsApiRef } from '../../api';
import plugin from '../../index';

const LEVELS = {
  unrated: 0,
  none: 0,
  bronze: 0,
  silver: 0,
  gold: 0,
  platinum: 0,
};

const RESULT: DryRun = {
  scorecards: [
    {
      id: 'essentials',
      version: 3,
      title: 'Essentials',
      activeVersion: 2,
      entities: 5,
      before: { ...LEVELS, silver: 5 },
      after: { ...LEVELS, silver: 4, bronze: 1 },
      raised: 0,
      lowered: 1,
      target: { met: 4, total: 5 },
      changes: [
        {
          entityRef: 'component:default/web-login',
          from: 'silver',
          to: 'bronze',
          blockedBy: ['Secrets are looked for'],
        },
      ],
    },
  ],
  problems: [],
  asOf: '2026-11-24T10:00:00.000Z',
};

function renderPage(manageable: boolean, dryRun: DefinitionsApi['dryRun']) {
  const api = new FakeScorecardsApi();
  api.definitions = {
    scorecards: [
      { id: 'essentials', version: 2, title: 'Essentials', checkCount: 10 },
    ],
    problems: [],
    manageable,
  };
  return renderTestApp({
    features: [plugin],
    apis: [
      [scorecardsApiRef, api],
      [definitionsApiRef, { dryRun }],
      [catalogApiRef, catalogApiMock({ entities: [] })],
    ],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: ['/scorecards/definitions'],
  });
}

describe('definitions', () => {
  it('shows who would change level before anything is active', async () => {
    const dryRun = jest.fn(async () => RESULT);
    renderPage(true, dryRun);
    await userEvent.type(
      await screen.findByRole('textbox', { name: /YAML/ }),
      'kind: check',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Dry run' }));

    expect(
      await screen.findByText(/1 component would lose a level/),
    ).toHaveTextContent('4 of 5 would reach their target');
    const table = screen.getByRole('table', { name: 'Changes by Essentials' });
    const row = within(table).getByRole('row', { name: /web-login/ });
    expect(row).toHaveTextContent('Secrets are looked for');
    expect(dryRun).toHaveBeenCalledWith({ text: 'kind: check' });
    expect(await axe(screen.getByRole('main'))).toHaveNoViolations();
  });

  it('tells faults by line', async () => {
    renderPage(true, async () => ({
      ...RESULT,
      scorecards: [],
      problems: [
        {
          file: 'draft.yaml',
          line: 4,
          column: 11,
          message: 'must be a number',
        },
      ],
    }));
    await userEvent.type(
      await screen.findByRole('textbox', { name: /YAML/ }),
      'kind: check',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Dry run' }));
    expect(await screen.findByText('draft.yaml:4:11')).toBeVisible();
  });

  it('lets others read which are in use, and no more', async () => {
    renderPage(false, async () => RESULT);
    expect(
      await screen.findByRole('row', { name: /Essentials/ }),
    ).toBeVisible();
    expect(screen.getByText('You can’t try definitions out.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Dry run' })).toBeNull();
  });
});
