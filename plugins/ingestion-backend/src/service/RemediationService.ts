import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  findingReadPermission,
  MOST_REMEDIATION_DAYS,
  Remediation,
  RemediationQuery,
} from '@synchrony/backstage-plugin-ingestion-common';
import { DAY_MS } from '../sla';
import { RemediationRow, RemediationStore } from '../store/RemediationStore';
import { EntityRights } from './EntityRights';

/** Days of entities in one answer. */
const MOST_ROWS = 200_000;

export interface RemediationServiceOptions {
  rights: EntityRights;
  remediations: RemediationStore;
  clock: () => Date;
}

/** How findings of many entities were mended, for comparing teams. */
export class RemediationService {
  readonly #options: RemediationServiceOptions;

  constructor(options: RemediationServiceOptions) {
    this.#options = options;
  }

  /**
   * Of those entities whose findings the caller may read; the others are left
   * out.
   *
   * @throws InputError for a time that is none, or more than fits one answer
   */
  async get(
    credentials: BackstageCredentials,
    { entityRefs, from, to }: RemediationQuery,
  ): Promise<Remediation> {
    const { clock, remediations, rights } = this.#options;
    const period = { from: Date.parse(from), to: Date.parse(to) + DAY_MS };
    if (period.from >= period.to) {
      throw new InputError('"from" must not be after "to"');
    }
    if (period.to - period.from > MOST_REMEDIATION_DAYS * DAY_MS) {
      throw new InputError(`Ask for at most ${MOST_REMEDIATION_DAYS} days`);
    }
    const now = clock();
    const readable = await rights.among(
      credentials,
      findingReadPermission,
      entityRefs,
    );
    const refs = [...readable].sort();
    const rows = await remediations.days(
      refs,
      period,
      now.getTime(),
      MOST_ROWS + 1,
    );
    if (rows.length > MOST_ROWS) {
      throw new InputError(
        `More than ${MOST_ROWS} days of entities; ask for fewer entities or days`,
      );
    }
    const open = await remediations.open(refs);
    const byEntity = Map.groupBy(rows, row => row.entityRef);
    return {
      from,
      to,
      items: refs
        .filter(ref => byEntity.has(ref) || open.has(ref))
        .map(entityRef => ({
          entityRef,
          open: open.get(entityRef) ?? 0,
          days: (byEntity.get(entityRef) ?? []).map(toDay),
        })),
      asOf: now.toISOString(),
    };
  }
}

function toDay({ day, entityRef: _, ...counts }: RemediationRow) {
  return {
    day: new Date(day * DAY_MS).toISOString().slice(0, 10),
    ...counts,
  };
}
