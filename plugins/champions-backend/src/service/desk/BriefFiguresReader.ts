import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { BriefFigures } from '@synchrony/backstage-plugin-champions-common';
import {
  Figures,
  MOST_ENTITIES_PER_ATTENTION,
} from '@synchrony/backstage-plugin-ingestion-common';
import { chunks } from '@synchrony/backstage-plugin-scorecards-node';
import { MonthDays } from '../../briefs/months';
import { nearestToNextLevel } from '../../briefs/nearestToNextLevel';
import { ComponentScores } from './ComponentScores';
import { PluginClients } from './PluginClients';

type FindingFigures = Omit<BriefFigures, 'components' | 'nextLevel'>;

/** The numbers of a brief, as the reader may see them. */
export class BriefFiguresReader {
  readonly #clients: PluginClients;
  readonly #scores: ComponentScores;

  constructor(options: { clients: PluginClients; scores: ComponentScores }) {
    this.#clients = options.clients;
    this.#scores = options.scores;
  }

  async read(
    credentials: BackstageCredentials,
    entityRefs: string[],
    days: MonthDays,
  ): Promise<BriefFigures> {
    const components = entityRefs.filter(ref => ref.startsWith('component:'));
    const [findings, scores] = await Promise.all([
      this.#findings(credentials, entityRefs, days),
      this.#scores.read(credentials, components),
    ]);
    const nextLevel =
      scores.state === 'complete'
        ? nearestToNextLevel(scores.value)
        : undefined;
    return {
      ...findings,
      components: components.length,
      ...(nextLevel && { nextLevel }),
    };
  }

  /** Of a part of the entities there is no number: it would be too small. */
  async #findings(
    credentials: BackstageCredentials,
    entityRefs: string[],
    days: MonthDays,
  ): Promise<FindingFigures> {
    const parts = [...chunks(entityRefs, MOST_ENTITIES_PER_ATTENTION)];
    const told = await this.#clients.ingestion(credentials, client =>
      Promise.all(
        parts.map(part => client.getFigures({ ...days, entityRefs: part })),
      ),
    );
    if (told.state !== 'complete' || parts.length === 0) {
      return {};
    }
    const complete = told.value.filter(part => part.state === 'complete');
    const counted = complete.reduce((all, { entities }) => all + entities, 0);
    return counted === entityRefs.length ? sum(complete) : {};
  }
}

function sum(parts: Extract<Figures, { state: 'complete' }>[]): FindingFigures {
  const total = { new: 0, fixed: 0, overdue: 0, acceptedRisk: 0 };
  for (const part of parts) {
    total.new += part.new;
    total.fixed += part.fixed;
    total.overdue += part.overdue;
    total.acceptedRisk += part.acceptedRisk;
  }
  return total;
}
