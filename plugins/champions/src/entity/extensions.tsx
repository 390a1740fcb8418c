import {
  AskChampionBlueprint,
  SecurityCardSectionBlueprint,
} from '@synchrony/ui';
import { EntityCardBlueprint } from '../blueprints';

const COVERED_KINDS = {
  $in: ['component', 'system', 'domain', 'api', 'resource', 'group'],
};

const peopleCard = EntityCardBlueprint.make({
  name: 'people',
  params: {
    type: 'info',
    filter: { kind: COVERED_KINDS },
    loader: () => import('./PeopleCard').then(m => <m.PeopleCard />),
  },
});

const personCard = EntityCardBlueprint.make({
  name: 'person',
  params: {
    type: 'content',
    filter: { kind: 'user' },
    loader: () => import('./person').then(m => <m.PersonCard />),
  },
});

/** The champion in the Security card of the plugin scorecards. */
const championSection = SecurityCardSectionBlueprint.make({
  name: 'champion',
  params: {
    loader: () => import('./ChampionSection').then(m => m.ChampionSection),
  },
});

const askParams = {
  params: { loader: () => import('./AskButton').then(m => m.AskButton) },
};

const askAboutEntityFinding = AskChampionBlueprint.make({
  name: 'entity-finding',
  ...askParams,
});

const askAboutFinding = AskChampionBlueprint.make({
  name: 'finding',
  attachTo: { id: 'page:ingestion/findings', input: 'askChampion' },
  ...askParams,
});

const askAboutCheck = AskChampionBlueprint.make({
  name: 'check',
  attachTo: {
    id: 'entity-content:scorecards/scorecard',
    input: 'askChampion',
  },
  ...askParams,
});

/** What this part adds to the portal. */
export const entityExtensions = [
  peopleCard,
  personCard,
  championSection,
  askAboutEntityFinding,
  askAboutFinding,
  askAboutCheck,
];
