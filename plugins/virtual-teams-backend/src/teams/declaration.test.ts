import { TeamDefinition } from '@synchrony/backstage-plugin-virtual-teams-common';
import fc from 'fast-check';
import { parse } from 'yaml';
import { teamInput } from '../__testUtils__/setUpVirtualTeams';
import { writeDeclaration } from './declaration';
import { definitionSchema } from './definitionSchema';
import { readDeclaration } from './readDeclaration';

const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter(text => text.trim() === text && text !== '' && text.length <= 200);
const text = fc.oneof(
  line,
  fc.array(line, { maxLength: 3 }).map(lines => lines.join('\n')),
);
const number = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map(value => (value === 0 ? 0 : value));
const day = fc
  .integer({ min: 0, max: 4_000 })
  .map(days =>
    new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10),
  );
const refs = (kind: string) =>
  fc.uniqueArray(
    word.map(name => `${kind}:default/${name}`),
    { maxLength: 4 },
  );
const absent = <T>(value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined });

const definitions: fc.Arbitrary<TeamDefinition> = fc.record({
  title: line,
  kind: fc.constantFrom('initiative', 'enabling', 'community'),
  initiative: absent(line),
  charter: fc.record({
    outcome: line,
    inScope: text,
    outOfScope: text,
    measures: fc.uniqueArray(
      fc.record({
        id: word,
        title: line,
        unit: fc.oneof(fc.constant(''), line),
        start: number,
        aim: number,
        current: absent(number),
        currentAt: absent(day.map(on => `${on}T09:00:00.000Z`)),
      }),
      { maxLength: 3, selector: ({ id }) => id },
    ),
  }),
  sponsorRef: absent(word.map(name => `user:default/${name}`)),
  leadRef: word.map(name => `user:default/${name}`),
  deputyRefs: refs('user'),
  platformRefs: refs('group'),
  interactionMode: fc.constantFrom(
    'collaboration',
    'facilitating',
    'x-as-a-service',
  ),
  entityRefs: refs('component'),
  channels: fc.array(
    fc.record({
      title: line,
      url: word.map(name => `https://example.com/${name}`),
    }),
    { maxLength: 2 },
  ),
  cadence: absent(
    fc.record({
      title: line,
      weekday: fc.integer({ min: 1, max: 7 }),
      startsAt: fc.constantFrom('00:00', '09:30', '23:59'),
      minutes: fc.integer({ min: 5, max: 480 }),
      everyWeeks: fc.integer({ min: 1, max: 12 }),
      timeZone: fc.constantFrom('Europe/London', 'Asia/Tokyo'),
      firstOn: day,
    }),
  ),
  reviewAt: absent(day),
  endsAt: absent(day),
  requiredExpertise: fc.array(
    fc.record({
      skillId: word,
      level: fc.constantFrom('aware', 'practitioner', 'advanced', 'guide'),
      count: fc.integer({ min: 1, max: 50 }),
      title: absent(line),
    }),
    { maxLength: 3 },
  ),
  checkIds: fc.uniqueArray(word, { maxLength: 3 }),
});

describe('the declaration of a team', () => {
  it('says the same when it is read again', () => {
    fc.assert(
      fc.property(definitions, refs('user'), (wanted, memberRefs) => {
        const definition = definitionSchema.parse(wanted);
        const { metadata, spec } = parse(
          writeDeclaration('group:virtual-teams/one', definition, memberRefs),
        );
        expect(
          readDeclaration({
            title: metadata.title,
            virtualTeam: spec.virtualTeam,
          }),
        ).toEqual({ definition, memberRefs, faults: [] });
      }),
    );
  });

  it('may leave out what is empty, and says what is wrong by field', () => {
    const { charter, kind, leadRef } = teamInput();
    expect(
      readDeclaration({
        title: 'One',
        virtualTeam: { charter, kind, leadRef },
      }),
    ).toMatchObject({
      definition: { title: 'One', platformRefs: [], deputyRefs: [] },
      memberRefs: [],
    });
    expect(
      readDeclaration({
        title: '',
        virtualTeam: {
          charter,
          kind: 'squad',
          leadRef: 'group:default/ledger',
          lead: 'ann',
        },
      }).faults,
    ).toEqual([
      expect.stringMatching(/^metadata\.title: /),
      expect.stringMatching(/^spec\.virtualTeam\.kind: /),
      'spec.virtualTeam.leadRef: Name a User, as user:namespace/name',
      'spec.virtualTeam.lead: there is no such field',
    ]);
    expect(
      readDeclaration({ title: 'One', virtualTeam: 'none' }).faults,
    ).toHaveLength(1);
  });
});
