import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { scorecardsApiRef } from '../../api';
import { FakeScorecardsApi } from '../../__testUtils__/FakeScorecardsApi';
import { ENTITY_REF } from '../../__testUtils__/renderEntity';
import { CheckHistory } from './CheckHistory';

function setup(api: FakeScorecardsApi) {
  return renderInTestApp(
    <CheckHistory entityRef={ENTITY_REF} checkId="code.sast-active" />,
    { apis: [[scorecardsApiRef, api]] },
  );
}

describe('CheckHistory', () => {
  it('lists how the outcome changed, the newest first, of this check only', async () => {
    const api = new FakeScorecardsApi();
    api.checkHistory = [
      {
        checkId: 'code.sast-active',
        checkVersion: 1,
        outcome: 'pass',
        since: '2026-10-04T08:00:00Z',
        until: '2026-11-21T08:00:00Z',
      },
      {
        checkId: 'code.sast-active',
        checkVersion: 1,
        outcome: 'unknown',
        unknownReason: 'stale',
        since: '2026-11-21T08:00:00Z',
      },
      {
        checkId: 'code.secrets-scan',
        checkVersion: 1,
        outcome: 'fail',
        since: '2026-11-21T08:00:00Z',
      },
    ];
    const { container } = setup(api);

    const items = await screen.findAllByRole('listitem');
    expect(items).toHaveLength(2);
    expect(items[0]).toHaveTextContent(/^Unknown, stale from 21 Nov/);
    expect(items[1]).toHaveTextContent(/^Pass.* from 4 Oct.* until 21 Nov/);
    expect(
      await axe(container, { rules: { 'heading-order': { enabled: false } } }),
    ).toHaveNoViolations();
  });

  it('says when nothing is recorded, and when it is unavailable', async () => {
    const { unmount } = setup(new FakeScorecardsApi());
    expect(
      await screen.findByText('Nothing is recorded yet.'),
    ).toBeInTheDocument();
    unmount();

    const api = new FakeScorecardsApi();
    api.error = new Error('down');
    setup(api);
    expect(await screen.findByText(/History unavailable/)).toBeInTheDocument();
  });
});
