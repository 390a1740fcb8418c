import { NotAllowedError } from '@backstage/errors';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import {
  CHAMPIONS_SIGNAL_CHANNEL,
  EntityChampions,
} from '@synchrony/backstage-plugin-champions-common';
import { SecurityCardSectionBlueprint } from '@synchrony/ui';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  assignment,
  COVERED_ENTITY,
  ME_REF,
} from '../__testUtils__/deskFixtures';
import { FakeChampionsApi } from '../__testUtils__/FakeChampionsApi';
import { FakeSignals } from '../__testUtils__/FakeSignals';
import { renderAsAmara, renderOnEntity } from '../__testUtils__/renderDesk';
import { championsPlugin } from '../plugin';
import { AskButton } from './AskButton';

const peopleCard = championsPlugin.getExtension('entity-card:champions/people');
const personCard = championsPlugin.getExtension('entity-card:champions/person');

// The card is an h3 of the catalog's own, the test page has no headings above it.
const AXE = { rules: { 'heading-order': { enabled: false } } };

const COMPONENT = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'instant-payments-api', namespace: 'default' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/instant-payments' }],
};

function person(name: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default' },
  };
}

function withChampions(champions: Partial<EntityChampions>): FakeChampionsApi {
  const api = new FakeChampionsApi();
  api.entityChampions = { ...COVERED_ENTITY, ...champions };
  return api;
}

describe('PeopleCard', () => {
  it('shows owner, champion, where it is inherited from, and what is thin', async () => {
    const { container } = renderOnEntity(
      [peopleCard],
      COMPONENT,
      withChampions({}),
    );

    expect(
      await screen.findByText('contact, not owner of security'),
    ).toBeInTheDocument();
    await screen.findByText('Champion · API security · since 1 Jun 2026');
    expect(screen.getByText('Covered thinly')).toBeInTheDocument();
    expect(container).toHaveTextContent('Inherited from instant-payments');
    expect(container).toHaveTextContent('No deputy stands in');
    expect(screen.getByRole('link', { name: 'Nominate' })).toHaveAttribute(
      'href',
      '/champions/coverage?nominate=group%3Adefault%2Finstant-payments',
    );
    expect(await axe(container, AXE)).toHaveNoViolations();
  });

  it('says why it is at risk, with the deputy as the contact', async () => {
    renderOnEntity(
      [peopleCard],
      COMPONENT,
      withChampions({
        state: 'at_risk',
        reasons: ['lapsed'],
        primary: undefined,
        deputies: [
          { ...COVERED_ENTITY.primary!, assignmentId: 'a2', role: 'deputy' },
        ],
      }),
    );

    expect(await screen.findByText('At risk')).toBeInTheDocument();
    expect(
      screen.getByText('The champion’s term has lapsed.'),
    ).toBeInTheDocument();
    expect(screen.getByRole('list', { name: 'Deputies' })).toBeInTheDocument();
  });

  it('says that nobody has agreed yet, and what to do', async () => {
    const uncovered: Partial<EntityChampions> = {
      state: 'uncovered',
      reasons: ['nobody'],
      primary: undefined,
      scopeRef: undefined,
      isInherited: false,
    };
    const { container, unmount } = renderOnEntity(
      [peopleCard],
      COMPONENT,
      withChampions({ ...uncovered, isDeclared: true }),
    );
    expect(await screen.findByText('No champion')).toBeInTheDocument();
    expect(container).toHaveTextContent(
      'Nobody has agreed to help here yet. The catalog declares somebody; it counts once they accept.',
    );
    expect(
      screen.getByRole('link', { name: 'Nominate a champion' }),
    ).toBeInTheDocument();
    unmount();

    renderOnEntity(
      [peopleCard],
      COMPONENT,
      withChampions({ ...uncovered, mayNominate: false }),
    );
    expect(
      await screen.findByText(/Questions go to those who run the programme/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: /Nominate/ })).toBeNull();
  });

  it('looks again when an assignment changes elsewhere', async () => {
    const api = withChampions({});
    const signals = new FakeSignals();
    renderOnEntity([peopleCard], COMPONENT, api, { signals });
    await screen.findByText('Covered thinly');

    api.entityChampions = { ...COVERED_ENTITY, state: 'covered' };
    act(() => signals.send(CHAMPIONS_SIGNAL_CHANNEL, {}));
    expect(
      await screen.findByText('Covered', {}, { timeout: 9_000 }),
    ).toBeInTheDocument();
  });

  it('says when it may not be seen, or can’t be loaded', async () => {
    const api = withChampions({});
    api.error = new NotAllowedError('no');
    const { unmount } = renderOnEntity([peopleCard], COMPONENT, api);
    expect(
      await screen.findByText(/You can’t see security champions/),
    ).toBeInTheDocument();
    unmount();

    api.error = new Error('down');
    renderOnEntity([peopleCard], COMPONENT, api);
    expect(
      await screen.findByText('Champions unavailable'),
    ).toBeInTheDocument();
  });
});

describe('ChampionSection', () => {
  it('stands compactly in the Security card', async () => {
    const { component: Section } = createExtensionTester(
      championsPlugin.getExtension('security-card-section:champions/champion'),
    ).get(SecurityCardSectionBlueprint.dataRefs.section);
    const { container } = renderAsAmara(
      <Section entityRef={COVERED_ENTITY.entityRef} />,
      withChampions({}),
    );

    expect(await screen.findByText('Security champion')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /amara.rowe/ })).toBeVisible();
    expect(screen.getByText('Covered thinly')).toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });
});

describe('AskButton', () => {
  it('asks about a finding, and says to whom it went and why', async () => {
    const api = new FakeChampionsApi();
    renderAsAmara(
      <AskButton
        entityRef={COVERED_ENTITY.entityRef}
        subject={{
          kind: 'finding',
          id: 'f1',
          area: 'sca',
          title: 'Request smuggling',
        }}
      />,
      api,
    );

    (await screen.findByRole('button', { name: 'Ask a champion' })).focus();
    await userEvent.keyboard('{Enter}');
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      dialog.getByText(/About the finding “Request smuggling” of/),
    ).toBeInTheDocument();
    const send = dialog.getByRole('button', { name: 'Send' });
    expect(send).toBeDisabled();
    await userEvent.type(dialog.getByLabelText('Your question'), 'Is it safe?');
    await userEvent.click(send);

    expect(await dialog.findByText(/Why: champion of this team/)).toBeVisible();
    expect(api.sent).toEqual([
      {
        call: 'ask',
        input: {
          entityRef: COVERED_ENTITY.entityRef,
          text: 'Is it safe?',
          subject: { kind: 'finding', id: 'f1', area: 'sca' },
        },
      },
    ]);
    expect(await axe(screen.getByRole('dialog'))).toHaveNoViolations();
  });

  it('keeps the question where it could not be sent', async () => {
    renderAsAmara(
      <AskButton entityRef={COVERED_ENTITY.entityRef} />,
      new FakeChampionsApi({
        ask: async () => {
          throw new Error('nobody is left');
        },
      }),
    );

    await userEvent.click(
      await screen.findByRole('button', { name: 'Ask a champion' }),
    );
    await userEvent.type(screen.getByLabelText('Your question'), 'How?');
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Not sent: nobody is left',
    );
    expect(screen.getByLabelText('Your question')).toHaveValue('How?');
  });
});

describe('PersonCard', () => {
  it('shows of others what they accepted, and nothing to do', async () => {
    const api = new FakeChampionsApi({
      getPerson: async userRef => ({
        userRef,
        assignments: [assignment({ userRef })],
      }),
    });
    const { container } = renderOnEntity([personCard], person('bo.lin'), api);

    expect(
      await screen.findByRole('list', { name: 'Assignments' }),
    ).toHaveTextContent('Champion for instant-paymentsActive');
    expect(screen.queryByText('My data')).toBeNull();
    expect(screen.queryByText(/^Data of/)).toBeNull();
    expect(screen.queryByText(/^Level/)).toBeNull();
    expect(screen.queryByRole('button', { name: /Withdraw/ })).toBeNull();
    expect(await axe(container, AXE)).toHaveNoViolations();
  });

  it('shows on my own page level, training, and erases after a preview', async () => {
    const api = new FakeChampionsApi({
      getPerson: async userRef => ({
        userRef,
        assignments: [assignment()],
        level: 1,
        training: [
          {
            id: 't1',
            courseId: 'core',
            completedOn: '2026-10-01',
            status: 'claimed',
          },
        ],
      }),
      previewErasure: async userRef => ({
        userRef,
        classes: [
          {
            what: 'Assignments',
            rows: 2,
            effect: 'pseudonymised',
            why: 'audit',
          },
        ],
      }),
    });
    const { container } = renderOnEntity(
      [personCard],
      person('amara.rowe'),
      api,
    );

    expect(await screen.findByText(/Level 1 · Core/)).toBeInTheDocument();
    expect(screen.getByRole('list', { name: 'Training' })).toHaveTextContent(
      'Core topics done 1 Oct 2026 · not confirmed yet',
    );
    expect(
      screen.getByRole('button', { name: 'Withdraw: instant-payments' }),
    ).toBeInTheDocument();
    expect(await axe(container, AXE)).toHaveNoViolations();

    await userEvent.click(
      await screen.findByRole('button', { name: 'Erase…' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    const table = await dialog.findByRole('table', {
      name: 'What would be done',
    });
    expect(table).toHaveTextContent('Assignments2kept without the nameaudit');
    expect(api.sent).toEqual([]);
    await userEvent.click(dialog.getByRole('button', { name: 'Erase' }));
    await waitFor(() =>
      expect(api.sent).toEqual([{ call: 'erasePerson', input: ME_REF }]),
    );
    expect(await dialog.findByText(/Erased/)).toBeInTheDocument();
  });
});
