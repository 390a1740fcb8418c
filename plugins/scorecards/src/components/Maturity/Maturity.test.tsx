import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  MaturityApi,
  MaturityEntitiesQuery,
} from '@synchrony/backstage-plugin-scorecards-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { maturityApiRef } from '../../api';
import { MaturityCard } from './MaturityCard';

const MODEL = {
  id: 'samm',
  title: 'OWASP SAMM 2',
  version: '2',
  url: 'https://owaspsamm.org/model/',
};

class FakeMaturityApi implements MaturityApi {
  error?: Error;
  readonly asked: MaturityEntitiesQuery[] = [];

  async getMaturityModels() {
    return { models: [MODEL] };
  }

  async getMaturity() {
    if (this.error) {
      throw this.error;
    }
    return {
      model: MODEL,
      activities: [
        {
          id: 'I-SD-1-B',
          title: 'Protect application secrets',
          group: 'Secure Deployment',
          level: 1,
          checks: [
            { id: 'code.secrets-scan', title: 'Secrets are looked for' },
          ],
          applicable: 3,
          supported: 1,
        },
        {
          id: 'D-TA-1-B',
          title: 'Perform basic threat modeling',
          group: 'Threat Assessment',
          level: 1,
          checks: [{ id: 'design.threat-model' }],
          applicable: 0,
          supported: 0,
        },
      ],
      asOf: '2026-11-24T10:00:00.000Z',
    };
  }

  async getMaturityEntities(query: MaturityEntitiesQuery) {
    this.asked.push(query);
    return {
      items: [{ entityRef: 'component:default/web-login', supported: false }],
      pageInfo: {},
    };
  }
}

function renderCard(api: FakeMaturityApi) {
  return renderInTestApp(
    <TestApiProvider apis={[[maturityApiRef, api]]}>
      <MaturityCard within="group:default/payments" />
    </TestApiProvider>,
    {
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

describe('maturity models', () => {
  it('say what evidence supports, and that nothing is known where it is so', async () => {
    const api = new FakeMaturityApi();
    const { container } = renderCard(api);
    await userEvent.click(await screen.findByText('Show the activities'));

    const table = await screen.findByRole('table', {
      name: 'Activities of OWASP SAMM 2',
    });
    const row = within(table).getByRole('row', { name: /threat modeling/ });
    expect(row).toHaveTextContent('no evidence');
    expect(row).toHaveTextContent('design.threat-model, in no scorecard');
    expect(
      screen.getByRole('group', {
        name: 'Export: What evidence supports of OWASP SAMM 2',
      }),
    ).toBeVisible();
    expect(container).toHaveTextContent('It is no assessment');
    expect(container).not.toHaveTextContent(/complian|complies/);

    await userEvent.click(
      within(table).getByRole('button', { name: /^1 of 3: show which/ }),
    );
    expect(
      await screen.findByRole('link', { name: /web-login/ }),
    ).toBeVisible();
    expect(api.asked[0]).toMatchObject({
      activity: 'I-SD-1-B',
      within: 'group:default/payments',
      supported: false,
    });
    expect(await axe(table)).toHaveNoViolations();
  });

  it('say what is unavailable', async () => {
    const api = new FakeMaturityApi();
    api.error = new Error('down');
    renderCard(api);
    await userEvent.click(await screen.findByText('Show the activities'));
    expect(await screen.findByText('Maturity unavailable')).toBeVisible();
  });
});
