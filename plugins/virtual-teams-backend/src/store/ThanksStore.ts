import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';

/** Thanks that a team gave. */
export class ThanksStore {
  async add(
    tx: Knex,
    thanks: {
      teamId: number;
      fromId: number;
      toIds: number[];
      message: string;
      at: number;
    },
  ): Promise<void> {
    const { at, fromId, message, teamId, toIds } = thanks;
    await tx('thanks').insert(
      toIds.map(to_id => ({
        id: randomUUID(),
        team_id: teamId,
        from_id: fromId,
        to_id,
        message,
        at,
      })),
    );
  }
}
