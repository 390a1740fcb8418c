import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { waiverReadPermission } from '@synchrony/backstage-plugin-ingestion-common';
import {
  EvidenceRecords,
  EvidenceRecordsRequest,
} from '@synchrony/backstage-plugin-scorecards-node';
import { WaiverEvidenceStore } from '../store/WaiverEvidenceStore';
import { recordAt } from '../waivers';
import { EntityRights } from './EntityRights';

const MOST_WAIVERS = 2_000;

/** Waivers as records of evidence packs. */
export class WaiverEvidence {
  readonly #options: {
    rights: EntityRights;
    pastWaivers: WaiverEvidenceStore;
    clock: () => Date;
  };

  constructor(options: {
    rights: EntityRights;
    pastWaivers: WaiverEvidenceStore;
    clock: () => Date;
  }) {
    this.#options = options;
  }

  /**
   * Waivers of entities as they stood at a time, of those entities whose
   * waivers the caller may read.
   *
   * @throws InputError for a time to come, and for more than fit a pack
   */
  async records(
    credentials: BackstageCredentials,
    { at, entityRefs }: EvidenceRecordsRequest,
  ): Promise<EvidenceRecords> {
    const { clock, pastWaivers, rights } = this.#options;
    const time = Date.parse(at);
    if (time > clock().getTime()) {
      throw new InputError('"at" lies in the future');
    }
    const readable = await rights.among(
      credentials,
      waiverReadPermission,
      entityRefs,
    );
    const waivers = await pastWaivers.listAt(
      [...readable],
      time,
      MOST_WAIVERS + 1,
    );
    if (waivers.length > MOST_WAIVERS) {
      throw new InputError(
        `More than ${MOST_WAIVERS} waivers; ask for fewer entities`,
      );
    }
    const logs = await pastWaivers.listLogs(
      waivers.map(({ id }) => id),
      time,
    );
    return {
      records: waivers.flatMap(
        waiver => recordAt(waiver, logs.get(waiver.id) ?? [], time) ?? [],
      ),
      withheld: readable.size < new Set(entityRefs).size,
    };
  }
}
