import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { ProgrammePeople } from '@synchrony/backstage-plugin-champions-common';
import { Knex } from 'knex';
import { requireCaptain, ReaderOptions } from '../../access/requireReader';
import { FiguresStore } from '../../store/programme/FiguresStore';
import { ProgrammePeopleStore } from '../../store/programme/ProgrammePeopleStore';
import { LevelReader } from '../../training/LevelReader';

export interface PeopleServiceOptions extends ReaderOptions {
  database: Knex;
  people: ProgrammePeopleStore;
  figures: FiguresStore;
  levels: LevelReader;
}

const PAGE = 100;

function readCursor(cursor: string): string {
  const ref = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!ref.startsWith('user:')) {
    throw new InputError('The cursor is not one of this list');
  }
  return ref;
}

/** The people of the programme, for who runs it only. */
export class PeopleService {
  readonly #options: PeopleServiceOptions;

  constructor(options: PeopleServiceOptions) {
    this.#options = options;
  }

  async page(
    credentials: BackstageCredentials,
    cursor: string | undefined,
  ): Promise<ProgrammePeople> {
    const { database, figures, levels, people } = this.#options;
    await requireCaptain(this.#options, credentials);
    const found = await people.page(
      cursor === undefined ? undefined : readCursor(cursor),
      PAGE + 1,
    );
    const rows = found.slice(0, PAGE);
    const ids = rows.map(({ id }) => id);
    const level = await levels.levelsOf(database, ids);
    const assignments = Map.groupBy(
      await figures.assignmentsOf(ids),
      ({ personId }) => personId,
    );
    return {
      items: rows.map(({ id, userRef }) => {
        const own = (assignments.get(id) ?? []).filter(
          ({ status }) => status !== 'nominated',
        );
        const confirms = own.flatMap(
          ({ nextConfirmAt }) => nextConfirmAt ?? [],
        );
        return {
          userRef,
          level: level.get(id) ?? 0,
          capacityPct: own
            .filter(({ status }) => status !== 'lapsed')
            .reduce((sum, { capacityPct }) => sum + (capacityPct ?? 0), 0),
          scopes: own.map(({ role, scopeRef, status }) => ({
            scopeRef,
            role,
            status,
          })),
          ...(confirms.length > 0 && {
            nextConfirmAt: new Date(Math.min(...confirms)).toISOString(),
          }),
        };
      }),
      pageInfo:
        found.length > PAGE
          ? {
              nextCursor: Buffer.from(rows[PAGE - 1].userRef).toString(
                'base64url',
              ),
            }
          : {},
    };
  }
}
