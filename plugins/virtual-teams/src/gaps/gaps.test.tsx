import { renderInTestApp } from '@backstage/frontend-test-utils';
import { usePermission } from '@backstage/plugin-permission-react';
import { CheckTeams } from '@synchrony/backstage-plugin-virtual-teams-common';
import { TeamsOnChecksProps } from '@synchrony/ui';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeVirtualTeamsApi } from '../__testUtils__/FakeVirtualTeamsApi';
import { virtualTeamsApiRef } from '../api';
import { directoryRouteRef, teamRouteRef } from '../routes';
import { TeamsOnGap } from './TeamsOnGap';

// Decisions are kept beyond a test otherwise.
jest.mock('@backstage/plugin-permission-react', () => ({
  ...jest.requireActual('@backstage/plugin-permission-react'),
  usePermission: jest.fn(),
}));

const CARDS = 'group:default/cards';

function works(
  checkId: string,
  name: string,
  title: string,
): CheckTeams['items'][number] {
  return {
    checkId,
    title,
    teamRef: `group:virtual-teams/${name}`,
    status: 'active',
    platformRefs: [CARDS],
  };
}

function setUp(
  marks: TeamsOnChecksProps[],
  options: { isAllowed?: boolean; error?: Error } = {},
) {
  const { isAllowed = true } = options;
  jest
    .mocked(usePermission)
    .mockReturnValue({ loading: false, allowed: isAllowed });
  const api = new FakeVirtualTeamsApi();
  api.error = options.error;
  api.checkTeams = {
    items: [
      works('mfa-enforced', 'passkeys', 'Passkeys Everywhere'),
      works('mfa-enforced', 'sign-in', 'Better sign-in'),
      works('no-passwords', 'passkeys', 'Passkeys Everywhere'),
    ],
  };
  const asked = {
    teams: jest.spyOn(api, 'getCheckTeams'),
    proposals: jest.spyOn(api, 'getProposals'),
  };
  const shown = renderInTestApp(
    <>
      {marks.map(mark => (
        <section
          key={JSON.stringify(mark)}
          aria-label={mark.checkIds?.join() ?? 'all'}
        >
          <TeamsOnGap {...mark} />
        </section>
      ))}
    </>,
    {
      apis: [[virtualTeamsApiRef, api]] as never,
      mountedRoutes: {
        '/virtual-teams': directoryRouteRef,
        '/virtual-team/:namespace/:name': teamRouteRef,
      },
    },
  );
  return { ...shown, asked };
}

describe('TeamsOnGap', () => {
  it('names the teams on a check, by one request for the page', async () => {
    const { asked, container } = setUp([
      { checkIds: ['mfa-enforced'] },
      { checkIds: ['no-passwords'] },
      { platformRef: CARDS },
    ]);
    const one = within(
      await screen.findByRole('region', { name: 'no-passwords' }),
    );
    expect(
      await one.findByRole('link', { name: 'Passkeys Everywhere' }),
    ).toHaveAttribute('href', '/virtual-team/virtual-teams/passkeys');
    expect(one.getByText('Virtual team working on it:')).toBeInTheDocument();
    const many = within(screen.getByRole('region', { name: 'mfa-enforced' }));
    expect(many.getByRole('link', { name: 'Better sign-in' })).toBeVisible();
    expect(
      many.getByText('Passkeys Everywhere', { exact: false }),
    ).not.toBeVisible();
    await userEvent.click(many.getByText('+1'));
    expect(
      many.getByRole('link', { name: 'Passkeys Everywhere' }),
    ).toBeVisible();
    expect(
      within(screen.getByRole('region', { name: 'all' })).getByText('+1'),
    ).toBeVisible();
    expect(asked.teams).toHaveBeenCalledTimes(1);
    expect(asked.proposals).not.toHaveBeenCalled();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('is a sign with names in words in cells, and a key where there is any', async () => {
    const { asked } = setUp([
      { checkIds: ['mfa-enforced'], platformRef: CARDS, look: 'mark' },
      { checkIds: ['sbom-published'], look: 'mark' },
      { look: 'key' },
    ]);
    expect(
      await screen.findByText(
        'Virtual teams working on it: Better sign-in, Passkeys Everywhere',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('region', { name: 'sbom-published' }),
    ).toBeEmptyDOMElement();
    expect(screen.getByRole('region', { name: 'all' })).toHaveTextContent(
      'a virtual team of the platform works on checks of the stage',
    );
    expect(screen.queryAllByRole('link')).toHaveLength(0);
    expect(asked.teams).toHaveBeenCalledTimes(1);
    expect(asked.proposals).not.toHaveBeenCalled();
  });

  it('leads to the proposal for a check that nobody works on', async () => {
    const { asked } = setUp([
      { checkIds: ['sbom-published'] },
      { checkIds: ['other'] },
      { platformRef: 'group:default/other' },
    ]);
    expect(
      await screen.findByRole('link', {
        name: 'Propose a team: Publish SBOMs everywhere',
      }),
    ).toHaveAttribute('href', '/virtual-teams/proposals?proposal=gap-sbom');
    expect(screen.getAllByRole('link')).toHaveLength(1);
    expect(asked.proposals).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['who may not propose', { isAllowed: false }],
    ['where teams are not known', { error: new Error('no') }],
  ])('adds nothing for those %s', async (_, options) => {
    const { asked } = setUp([{ checkIds: ['sbom-published'] }], options);
    await waitFor(() => expect(asked.teams).toHaveBeenCalled());
    expect(
      await screen.findByRole('region', { name: 'sbom-published' }),
    ).toBeEmptyDOMElement();
    expect(asked.proposals).not.toHaveBeenCalled();
  });
});
