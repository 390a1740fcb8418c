import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  auditReadPermission,
  EVIDENCE_PACK_KINDS,
  evidenceReadPermission,
  MOST_ENTITIES_PER_PACK,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  CatalogVisibility,
  EntityAccess,
  EntityProjection,
  EntityVisibility,
  normalizeEntityRef,
} from '@synchrony/backstage-plugin-scorecards-node';
import { buildPack } from '../evidence/buildPack';
import { placeAt } from '../evidence/placements';
import { SealedPack, sealPack } from '../evidence/sealPack';
import { RecordedStanding } from '../evidence/types';
import { ResolvedScorecard } from '../ledger/types';
import { EvidenceStore } from '../store/EvidenceStore';
import { PlacementStore } from '../store/PlacementStore';
import { DefinitionLibrary } from './DefinitionLibrary';
import { EvidenceRecordReader } from './EvidenceRecordReader';
import { ScorecardsService } from './ScorecardsService';

export interface EvidencePackServiceOptions {
  scorecards: ScorecardsService;
  permissions: PermissionsService;
  access: EntityAccess;
  catalog: CatalogVisibility;
  entities: Pick<EntityProjection, 'get'>;
  evidence: EvidenceStore;
  records: Pick<EvidenceRecordReader, 'read'>;
  placements: PlacementStore;
  library: DefinitionLibrary;
  clock: () => Date;
}

/** As many refs are looked at to find out which count. */
const MOST_REFS = 10_000;

function packRefOf(ref: string): string {
  const entityRef = normalizeEntityRef(ref);
  const { kind } = parseEntityRef(entityRef);
  if (!EVIDENCE_PACK_KINDS.some(each => each === kind)) {
    throw new InputError(
      `There are evidence packs of components, systems and domains, not of a ${kind}`,
    );
  }
  return entityRef;
}

/** What was recorded of entities at a time, for auditors. */
export class EvidencePackService {
  readonly #options: EvidencePackServiceOptions;

  constructor(options: EvidencePackServiceOptions) {
    this.#options = options;
  }

  /**
   * @throws InputError for a time to come, another kind or too many components
   * @throws NotAllowedError without the right to audit, or to read scores
   * @throws ServiceUnavailableError when a plugin does not tell its records
   * @throws NotFoundError when there is no entity that the caller may see
   */
  async pack(
    credentials: BackstageCredentials,
    ref: string,
    at: Date,
  ): Promise<SealedPack> {
    const { access, catalog, clock, placements, scorecards } = this.#options;
    const entityRef = packRefOf(ref);
    const time = at.getTime();
    if (time > clock().getTime()) {
      throw new InputError('"at" lies in the future; nothing is recorded yet');
    }
    const [, , mode, seen, visibility, isKnown] = await Promise.all([
      scorecards.requireScores(credentials),
      this.#requireAudit(credentials),
      catalog.mode(credentials),
      catalog.filter(credentials, [entityRef]),
      access.visible(credentials, evidenceReadPermission),
      placements.knows(entityRef),
    ]);
    if (!isKnown || !seen.has(entityRef)) {
      throw new NotFoundError(`No entity ${entityRef}`);
    }
    const refs = await this.#refs(credentials, entityRef, time);
    const standings = await this.#options.evidence.standings(refs, time);
    const places = await placements.at(refs, time);
    const standingsOf = Map.groupBy(standings, row => row.entityRef);
    const counted = refs.filter(
      each =>
        standingsOf.has(each) ||
        (each.startsWith('component:') &&
          placeAt(places.get(each) ?? [], time).isPresent),
    );
    if (counted.length > MOST_ENTITIES_PER_PACK) {
      throw new InputError(
        `A pack holds at most ${MOST_ENTITIES_PER_PACK} components; draw those of the systems below instead`,
      );
    }
    const results = Map.groupBy(
      await this.#options.evidence.results(counted, time),
      row => row.entityRef,
    );
    const isOpen = await this.#openTo(visibility, counted);
    const told = await this.#options.records.read(
      credentials,
      { at: at.toISOString(), entityRefs: counted },
      isOpen,
    );
    return sealPack(
      buildPack({
        entityRef,
        time,
        isPartial: mode === 'some',
        businessServices: placeAt(places.get(entityRef) ?? [], time)
          .businessServices,
        told,
        scorecardOf: await this.#scorecards(standings),
        entities: counted.map(each => ({
          entityRef: each,
          place: placeAt(places.get(each) ?? [], time),
          isOpen: isOpen(each),
          standings: standingsOf.get(each) ?? [],
          results: results.get(each) ?? [],
        })),
      }),
    );
  }

  async #requireAudit(credentials: BackstageCredentials): Promise<void> {
    const [decision] = await this.#options.permissions.authorize(
      [{ permission: auditReadPermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(`${auditReadPermission.name} is not granted`);
    }
  }

  /** The entity and what was part of it, as far as the caller may see. */
  async #refs(
    credentials: BackstageCredentials,
    entityRef: string,
    time: number,
  ): Promise<string[]> {
    const { catalog, placements } = this.#options;
    if (entityRef.startsWith('component:')) {
      return [entityRef];
    }
    const found = await placements.within(entityRef, time, MOST_REFS + 1);
    const seen = await catalog.filter(credentials, found.slice(0, MOST_REFS));
    if (found.length > MOST_REFS) {
      throw new InputError(
        'Too much belongs to it for one pack; draw those of the systems below instead',
      );
    }
    return found.filter(each => seen.has(each));
  }

  async #openTo(
    visibility: EntityVisibility,
    refs: string[],
  ): Promise<(ref: string) => boolean> {
    if (visibility.kind !== 'where') {
      return () => visibility.kind === 'all';
    }
    const rows = await this.#options.entities.get(refs);
    return ref =>
      visibility.matches({
        entityRef: ref,
        ownerRef: rows.get(ref)?.ownerRef,
      });
  }

  async #scorecards(
    standings: RecordedStanding[],
  ): Promise<(id: string, version: number) => ResolvedScorecard> {
    const names = new Map(
      standings.map(row => [
        `${row.scorecard_id}@${row.scorecard_version}`,
        row,
      ]),
    );
    const resolved = new Map(
      await Promise.all(
        [...names].map(
          async ([name, row]) =>
            [
              name,
              await this.#options.library.get(
                row.scorecard_id,
                row.scorecard_version,
              ),
            ] as const,
        ),
      ),
    );
    return (id, version) => {
      const scorecard = resolved.get(`${id}@${version}`);
      if (!scorecard) {
        throw new Error(`Version ${version} of ${id} was not read`);
      }
      return scorecard;
    };
  }
}
