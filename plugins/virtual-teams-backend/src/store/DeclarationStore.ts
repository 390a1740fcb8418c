import { chunks } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';

/** What is known of the declaration of a team; it names nobody. */
export interface StoredDeclaration {
  teamRef: string;
  location?: string;
  /** Of what is applied; absent where nothing is yet. */
  hash?: string;
  /** The day of the review that the file says, `YYYY-MM-DD`. */
  reviewOn?: string;
  /** What is wrong with the newest version of the file. */
  faults: string[];
}

const TABLE = 'team_declarations';
const NO_FAULTS = '[]';
const REFS_A_QUERY = 500;

/** Declarations of teams in the catalog. */
export class DeclarationStore {
  async get(tx: Knex, teamRef: string): Promise<StoredDeclaration | undefined> {
    const row = await tx(TABLE).where({ team_ref: teamRef }).first();
    return (
      row && {
        teamRef: row.team_ref,
        location: row.location ?? undefined,
        hash: row.hash ?? undefined,
        reviewOn: row.review_on ?? undefined,
        faults: JSON.parse(row.faults),
      }
    );
  }

  /** Those with faults, by ref. */
  async faulty(
    tx: Knex,
    { after, limit }: { after?: string; limit: number },
  ): Promise<Pick<StoredDeclaration, 'teamRef' | 'faults'>[]> {
    const query = tx(TABLE)
      .select('team_ref', 'faults')
      .whereNot('faults', NO_FAULTS)
      .orderBy('team_ref')
      .limit(limit);
    if (after !== undefined) {
      query.where('team_ref', '>', after);
    }
    const rows = await query;
    return rows.map(row => ({
      teamRef: row.team_ref,
      faults: JSON.parse(row.faults),
    }));
  }

  async put(tx: Knex, declaration: StoredDeclaration): Promise<void> {
    await tx(TABLE)
      .insert({
        team_ref: declaration.teamRef,
        location: declaration.location ?? null,
        hash: declaration.hash ?? null,
        review_on: declaration.reviewOn ?? null,
        faults: JSON.stringify(declaration.faults),
      })
      .onConflict('team_ref')
      .merge();
  }

  /** Forgets those that are not among these. */
  async keepOnly(tx: Knex, teamRefs: ReadonlySet<string>): Promise<void> {
    const rows = await tx(TABLE).select('team_ref');
    const gone = rows
      .map(row => String(row.team_ref))
      .filter(ref => !teamRefs.has(ref));
    for (const chunk of chunks(gone, REFS_A_QUERY)) {
      await tx(TABLE).whereIn('team_ref', chunk).delete();
    }
  }

  /** Of these teams, those that the sweep before did not find either. */
  async missedBefore(tx: Knex, teamIds: number[]): Promise<Set<number>> {
    const rows = await tx('teams')
      .select('id')
      .whereIn('id', teamIds)
      .where({ is_declaration_gone: true });
    return new Set(rows.map(row => Number(row.id)));
  }

  async setMissed(
    tx: Knex,
    teamIds: number[],
    isMissed: boolean,
  ): Promise<void> {
    await tx('teams')
      .whereIn('id', teamIds)
      .update({ is_declaration_gone: isMissed });
  }
}
