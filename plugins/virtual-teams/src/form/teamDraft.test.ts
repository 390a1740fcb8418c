import { PROPOSALS, SETTINGS, TEAM } from '../__testUtils__/fixtures';
import {
  definitionOf,
  EMPTY_DEFINITION,
  faultsOf,
  fromProposal,
  fromTemplate,
  missingToStart,
} from './teamDraft';

const messages = (faults: { message: string }[]) =>
  faults.map(({ message }) => message);

describe('a team that is written', () => {
  it('names each field that is wrong and what it needs', () => {
    expect(messages(faultsOf(EMPTY_DEFINITION))).toEqual([
      'Name: say what the team is called',
      'Outcome: say what it delivers',
      'Lead: choose who leads',
    ]);
    expect(
      messages(
        faultsOf({
          ...definitionOf(TEAM),
          charter: {
            ...TEAM.charter,
            measures: [{ id: 'm', title: '', unit: '%', start: 5, aim: 5 }],
          },
          requiredExpertise: [{ skillId: '', level: 'aware', count: 1 }],
          channels: [{ title: 'Chat', url: 'ftp://files.example' }],
          reviewAt: '2027-01-02',
          endsAt: '2027-01-01',
        }),
      ),
    ).toEqual([
      'Measure 1: say what is measured',
      'Measure 1: the aim has to differ from the start',
      'Skill 1: choose a skill',
      'End: it has to come after the next review',
      'Channel 1: its address begins with https://',
    ]);
    expect(faultsOf(definitionOf(TEAM))).toEqual([]);
  });

  it('asks for what its kind needs before it starts', () => {
    expect(messages(missingToStart(EMPTY_DEFINITION))).toEqual([
      'A measure of the outcome',
      'A sponsor, who approves it',
      '2 platforms; 0 named so far',
      'The day on which it ends',
    ]);
    expect(missingToStart({ ...EMPTY_DEFINITION, kind: 'community' })).toEqual(
      [],
    );
  });

  it('begins with a template or with what the data proposes', () => {
    const now = new Date('2026-11-26T09:00:00Z');
    const [template] = SETTINGS.settings.templates;
    expect(fromTemplate(template, EMPTY_DEFINITION, now)).toMatchObject({
      kind: 'initiative',
      reviewAt: '2026-12-26',
      endsAt: '2027-03-26',
      charter: { measures: [{ id: 'measure-1', unit: '%' }] },
    });
    expect(fromProposal(PROPOSALS.items[0], EMPTY_DEFINITION)).toMatchObject({
      title: 'Publish SBOMs everywhere',
      checkIds: ['sbom-published'],
      platformRefs: PROPOSALS.items[0].platformRefs,
    });
  });
});
