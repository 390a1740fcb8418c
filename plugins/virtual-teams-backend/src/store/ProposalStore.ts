import { whereAmong } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { FoundProposal } from '../proposals/ProposalSource';

/** What a source proposes, and since when. */
export interface StoredProposal {
  source: string;
  since: number;
  found: FoundProposal;
}

/** What came of asking a source. */
export interface SourceAnswer {
  source: string;
  /** When it told last. */
  answeredAt?: number;
  /** Whether it told when it was asked last. */
  hasAnswered: boolean;
}

const TABLE = 'proposals';
const SOURCES = 'proposal_sources';

/** What sources proposed when they were asked last. */
export class ProposalStore {
  /** Keeps what a source proposes now, and forgets what it no longer does. */
  async keep(
    tx: Knex.Transaction,
    source: string,
    found: readonly FoundProposal[],
    now: number,
  ): Promise<void> {
    await tx(TABLE)
      .where({ source })
      .whereNot(each =>
        whereAmong(
          each,
          'id',
          found.map(({ id }) => id),
        ),
      )
      .delete();
    for (const proposal of found) {
      await tx(TABLE)
        .insert({
          id: proposal.id,
          source,
          since: now,
          found: JSON.stringify(proposal),
        })
        .onConflict('id')
        .merge(['found']);
    }
    await tx(SOURCES)
      .insert({ source, answered_at: now, has_answered: true })
      .onConflict('source')
      .merge();
  }

  /** Writes down that a source can't tell now; what it told stays. */
  async keepSilence(tx: Knex, source: string): Promise<void> {
    await tx(SOURCES)
      .insert({ source, has_answered: false })
      .onConflict('source')
      .merge(['has_answered']);
  }

  async answers(tx: Knex): Promise<SourceAnswer[]> {
    const rows = await tx(SOURCES);
    return rows.map(row => ({
      source: row.source,
      answeredAt:
        row.answered_at === null ? undefined : Number(row.answered_at),
      hasAnswered: Boolean(row.has_answered),
    }));
  }

  async of(tx: Knex, sources: readonly string[]): Promise<StoredProposal[]> {
    const rows = await tx(TABLE)
      .where(each => whereAmong(each, 'source', sources))
      .whereNotNull('found');
    return rows.map(row => ({
      source: row.source,
      since: Number(row.since),
      found: JSON.parse(row.found),
    }));
  }
}
