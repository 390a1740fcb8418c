import { NotAllowedError } from '@backstage/errors';
import {
  FaultyDeclaration,
  OwnedByTeam,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeVirtualTeamsApi } from '../../__testUtils__/FakeVirtualTeamsApi';
import { PASSKEYS_REF, TEAM } from '../../__testUtils__/fixtures';
import { renderTeams } from '../../__testUtils__/renderTeams';

const PATH = '/virtual-teams/catalog';

const FAULTY: FaultyDeclaration[] = [
  {
    teamRef: PASSKEYS_REF,
    title: 'Passkeys Everywhere',
    location: 'https://code.example/teams/passkeys.yaml',
    faults: [
      'spec.virtualTeam.leadRef: There is no such User in the catalog',
      'The file has two teams',
    ],
    hasTeam: true,
  },
  {
    teamRef: 'group:virtual-teams/new',
    title: 'New team',
    location: 'new.yaml',
    faults: ['spec.virtualTeam.kind: Write one of initiative, enabling'],
    hasTeam: false,
  },
];

const OWNED: OwnedByTeam[] = [
  {
    entityRef: 'component:default/login-web',
    title: 'Login Web',
    ownerRef: PASSKEYS_REF,
    ownerTitle: 'Passkeys Everywhere',
  },
];

describe('what the catalog says wrongly about teams', () => {
  it('names files that are not applied, with the place of each fault', async () => {
    const api = new FakeVirtualTeamsApi();
    api.faultyDeclarations = { items: FAULTY, pageInfo: {} };
    renderTeams(api, PATH);
    const files = await screen.findByRole('list', {
      name: 'Files that are not applied',
    });
    expect(
      within(files).getByRole('link', { name: 'Passkeys Everywhere' }),
    ).toHaveAttribute(
      'href',
      '/virtual-team/virtual-teams/passkeys-everywhere',
    );
    const faults = within(files).getByRole('list', {
      name: 'Faults of Passkeys Everywhere',
    });
    expect(within(faults).getByText('spec.virtualTeam.leadRef')).toBeVisible();
    expect(faults).toHaveTextContent('There is no such User in the catalog');
    expect(faults).toHaveTextContent('The file has two teams');
    expect(
      within(files).getByRole('link', { name: /passkeys.yaml/ }),
    ).toHaveAttribute('href', 'https://code.example/teams/passkeys.yaml');
    expect(
      within(files).getByRole('link', { name: 'New team' }),
    ).toHaveAttribute('href', '/catalog/virtual-teams/group/new');
    expect(within(files).queryByRole('link', { name: 'new.yaml' })).toBeNull();
    expect(files).toHaveTextContent('There is no team of it yet');
    expect(
      await screen.findByText('No virtual team owns anything'),
    ).toBeVisible();
    expect(await axe(screen.getByRole('main'))).toHaveNoViolations();
  });

  it('names what a virtual team owns, and goes past pages without rows', async () => {
    const pages = [
      { items: [], pageInfo: { nextCursor: '1' } },
      { items: OWNED, pageInfo: { nextCursor: '2' } },
      {
        items: [{ ...OWNED[0], entityRef: 'api:default/a', title: 'An API' }],
        pageInfo: {},
      },
    ];
    const api = new FakeVirtualTeamsApi({
      getOwnedByTeams: async cursor => pages[Number(cursor ?? 0)],
    });
    renderTeams(api, PATH);
    const table = await screen.findByRole('table', {
      name: 'Owned by a virtual team',
    });
    expect(
      within(table).getByRole('link', { name: 'Login Web' }),
    ).toHaveAttribute('href', '/catalog/default/component/login-web');
    expect(
      within(table).getByRole('link', { name: 'Passkeys Everywhere' }),
    ).toBeVisible();
    expect(table).toHaveTextContent('Its place is not known');
    expect(await screen.findByText('No file has a fault')).toBeVisible();
    expect(await axe(screen.getByRole('main'))).toHaveNoViolations();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show more entities' }),
    );
    expect(
      await screen.findByRole('link', { name: 'An API' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Show more/ })).toBeNull();
  });

  it.each([
    [new NotAllowedError('no'), /You can't see virtual teams/, 2],
    [new Error('down'), /(Faults of files|Owners) unavailable/, 2],
  ])('says it where that is not known: %s', async (error, words, count) => {
    const refuse = async () => {
      throw error;
    };
    renderTeams(
      new FakeVirtualTeamsApi({
        getFaultyDeclarations: refuse,
        getOwnedByTeams: refuse,
      }),
      PATH,
    );
    await screen.findAllByText(words);
    expect(await screen.findAllByText(words)).toHaveLength(count);
  });

  it('is told on the tab of the reader, and on the page of the team', async () => {
    const api = new FakeVirtualTeamsApi();
    api.faultyDeclarations = { items: FAULTY, pageInfo: {} };
    const mine = renderTeams(api, '/virtual-teams/mine');
    const link = await screen.findByRole('link', { name: 'See what is wrong' });
    expect(link).toHaveAttribute('href', PATH);
    expect(screen.getByText(/2 files of teams are not applied/)).toBeVisible();
    mine.unmount();

    api.team = {
      ...TEAM,
      managedBy: 'catalog',
      declarationFaults: FAULTY[0].faults,
    };
    renderTeams(api, '/virtual-team/virtual-teams/passkeys-everywhere');
    expect(
      await screen.findByRole('list', { name: 'Faults of its file' }),
    ).toHaveTextContent('There is no such User in the catalog');
  });
});
