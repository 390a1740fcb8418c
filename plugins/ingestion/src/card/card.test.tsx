import { screen } from '@testing-library/react';
import { EntityCardBlueprint } from '../extensions/blueprints';
import { axe } from 'jest-axe';
import { FakeIngestionApi } from '../__testUtils__/FakeIngestionApi';
import {
  CLEAN,
  ENTITY_REF,
  NEVER_SCANNED,
  summary,
} from '../__testUtils__/fixtures';
import { renderEntity } from '../__testUtils__/renderEntity';
import { FindingsSection } from './FindingsSection';

// The section in a card, as the plugin scorecards draws it.
const card = EntityCardBlueprint.make({
  name: 'security',
  params: {
    loader: async () => <FindingsSection entityRef={ENTITY_REF} />,
  },
});

const PAGE = '/catalog/default/component/instant-payments-api';

describe('FindingsSection', () => {
  it('counts what is open; every count opens its rows', async () => {
    const { container } = renderEntity(card, new FakeIngestionApi());

    expect(
      await screen.findByRole('link', { name: 'Open findings 6' }),
    ).toHaveAttribute('href', `${PAGE}/security/findings`);
    expect(
      screen.getByRole('link', { name: '1 critical, show them' }),
    ).toHaveAttribute('href', `${PAGE}/security/findings?severity=critical`);
    expect(screen.getByRole('link', { name: '2 overdue' })).toHaveAttribute(
      'href',
      `${PAGE}/security/findings?overdue=true`,
    );
    expect(container).toHaveTextContent('Next due: 4 d left');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('is not green without a report', async () => {
    const api = new FakeIngestionApi();
    api.summary = NEVER_SCANNED;
    const { container } = renderEntity(card, api);

    expect(await screen.findByText('Findings unknown')).toBeInTheDocument();
    expect(container).not.toHaveTextContent('0 overdue');
  });

  it('says that nothing is overdue', async () => {
    const api = new FakeIngestionApi();
    api.summary = CLEAN;
    renderEntity(card, api);

    expect(await screen.findByText('0 overdue')).toBeInTheDocument();
  });

  it('shows those who may not see findings the note and no number', async () => {
    const { container } = renderEntity(card, FakeIngestionApi.forbidden());

    expect(
      await screen.findByText(/Findings are open to the owning team/),
    ).toBeInTheDocument();
    expect(container).not.toHaveTextContent(/\d/);
  });

  it('fails by itself and updates by signals', async () => {
    const api = new FakeIngestionApi();
    api.error = new Error('boom');
    const { signals } = renderEntity(card, api);
    expect(await screen.findByText('Findings unavailable')).toBeInTheDocument();

    api.error = undefined;
    api.summary = summary({
      open: { critical: 0, high: 0, medium: 9, low: 0, info: 0 },
    });
    signals.send({ entityRef: ENTITY_REF, version: 3 });
    expect(
      await screen.findByRole('link', { name: '9 medium, show them' }),
    ).toBeInTheDocument();
  });
});
