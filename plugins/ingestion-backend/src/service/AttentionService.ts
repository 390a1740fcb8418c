import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Attention,
  AttentionEvidence,
  AttentionFinding,
  AttentionSection,
  AttentionWaiver,
  EntityAttention,
  EntityAttentions,
  Figures,
  findingReadPermission,
  FiguresRequest,
  MOST_ATTENTION_ITEMS,
  MOST_FIGURE_DAYS,
  OpenFindings,
  SEVERITIES,
  WAIVER_ATTENTION_DAYS,
  waiverReadPermission,
} from '@synchrony/backstage-plugin-ingestion-common';
import { DAY_MS, NEVER } from '../sla';
import {
  AttentionFilter,
  AttentionFindingRow,
  AttentionStore,
  QuietComponent,
} from '../store/AttentionStore';
import { toBoolean, toNumber } from '../store/engine';
import { EntityRights } from './EntityRights';
import { RequestError } from './RequestError';
import { SeenWaiver, WaiverViews } from './WaiverViews';

const MOST_COUNTED = 10_000;

/**
 * Whether a waiver waits for the caller is known only after it was looked at
 * with the caller's roles, so that fewer are.
 */
const MOST_WAIVERS_LOOKED_AT = 1_000;

const LIMITS = { shown: MOST_ATTENTION_ITEMS, counted: MOST_COUNTED };

export interface AttentionServiceOptions {
  attentions: AttentionStore;
  rights: EntityRights;
  views: WaiverViews;
  clock: () => Date;
}

/** What needs somebody, and figures, of many entities as a caller may see them. */
export class AttentionService {
  readonly #options: AttentionServiceOptions;

  constructor(options: AttentionServiceOptions) {
    this.#options = options;
  }

  async attention(
    credentials: BackstageCredentials,
    request: { entityRefs: string[]; dueWithinDays: number },
  ): Promise<Attention> {
    const { attentions, clock, rights } = this.#options;
    const now = clock().getTime();
    const { entityRefs } = request;
    const findings = [
      ...(await rights.among(credentials, findingReadPermission, entityRefs)),
    ];
    const filter: AttentionFilter = { entityRefs: findings, now };
    const until = now + request.dueWithinDays * DAY_MS;
    const isOpen = findings.length > 0;
    return {
      asOf: new Date(now).toISOString(),
      critical: isOpen
        ? ofFindings(findings, await attentions.listUntouched(filter, LIMITS))
        : { state: 'forbidden' },
      due: isOpen
        ? ofFindings(
            findings,
            await attentions.listDue({ ...filter, until }, LIMITS),
          )
        : { state: 'forbidden' },
      waivers: await this.#waivers(credentials, entityRefs, now),
      evidence: isOpen
        ? ofComponents(
            findings,
            await attentions.listQuiet(filter, MOST_ATTENTION_ITEMS),
          )
        : { state: 'forbidden' },
    };
  }

  /** The same in numbers, for whoever sums up for many people at once. */
  async byEntity(
    credentials: BackstageCredentials,
    request: { entityRefs: string[]; dueWithinDays: number },
  ): Promise<EntityAttentions> {
    const { attentions, clock, rights } = this.#options;
    const now = clock().getTime();
    const { entityRefs } = request;
    const readable = [
      ...(await rights.among(credentials, findingReadPermission, entityRefs)),
    ];
    const filter: AttentionFilter = { entityRefs: readable, now };
    const items = new Map<string, EntityAttention>();
    const at = (entityRef: string) => {
      const item = items.get(entityRef) ?? {
        entityRef,
        critical: 0,
        due: 0,
        isQuiet: false,
        endingWaivers: [],
      };
      items.set(entityRef, item);
      return item;
    };
    if (readable.length > 0) {
      const until = now + request.dueWithinDays * DAY_MS;
      const pressing = await attentions.countPressing({ ...filter, until });
      for (const { critical, due, entityRef } of pressing) {
        Object.assign(at(entityRef), { critical, due });
      }
      for (const quiet of await attentions.listQuiet(filter, readable.length)) {
        at(quiet.entityRef).isQuiet = true;
      }
    }
    const { readable: withWaivers, seen } = await this.#seenWaivers(
      credentials,
      entityRefs,
      now,
    );
    for (const waiver of seen.filter(isEnding)) {
      for (const ref of waiver.entityRefs.filter(each =>
        withWaivers.has(each),
      )) {
        at(ref).endingWaivers.push(waiver.view.id);
      }
    }
    return {
      asOf: new Date(now).toISOString(),
      items: [...items.values()],
    };
  }

  /** @throws RequestError for days that are too long ago, or none */
  async figures(
    credentials: BackstageCredentials,
    { entityRefs, from, to }: FiguresRequest,
  ): Promise<Figures> {
    const { attentions, clock, rights } = this.#options;
    const now = clock().getTime();
    const asOf = new Date(now).toISOString();
    const time = { from: Date.parse(from), to: Date.parse(to) };
    if (time.from >= time.to) {
      throw new RequestError(400, 'to: must come after from', 'body.to');
    }
    if (time.from < now - MOST_FIGURE_DAYS * DAY_MS) {
      throw new RequestError(
        400,
        `from: must be at most ${MOST_FIGURE_DAYS} days ago`,
        'body.from',
      );
    }
    const readable = [
      ...(await rights.among(credentials, findingReadPermission, entityRefs)),
    ];
    return readable.length === 0
      ? { state: 'forbidden', asOf }
      : {
          state: 'complete',
          asOf,
          entities: readable.length,
          ...(await attentions.figures({ entityRefs: readable, now }, time)),
        };
  }

  /** Open findings by severity, of the entities that the caller may read them of. */
  async openFindings(
    credentials: BackstageCredentials,
    entityRefs: string[],
  ): Promise<OpenFindings> {
    const { attentions, clock, rights } = this.#options;
    const readable = [
      ...(await rights.among(credentials, findingReadPermission, entityRefs)),
    ];
    const rows = await attentions.countOpen(readable);
    return {
      asOf: clock().toISOString(),
      items: readable.map(entityRef => ({
        entityRef,
        open: Object.fromEntries(
          rows
            .filter(row => row.entityRef === entityRef)
            .map(({ open, severity }) => [SEVERITIES[severity], open]),
        ),
      })),
    };
  }

  async #waivers(
    credentials: BackstageCredentials,
    asked: string[],
    now: number,
  ): Promise<AttentionSection<AttentionWaiver>> {
    const { isLowerBound, readable, seen } = await this.#seenWaivers(
      credentials,
      asked,
      now,
    );
    if (readable.size === 0) {
      return { state: 'forbidden' };
    }
    const items = seen.flatMap(waiver => toAttention(waiver, readable));
    return {
      state: 'complete',
      entities: readable.size,
      items: items.slice(0, MOST_ATTENTION_ITEMS),
      count: items.length,
      isLowerBound,
    };
  }

  /** Those that wait for somebody's word or end soon, of what one may read. */
  async #seenWaivers(
    credentials: BackstageCredentials,
    asked: string[],
    now: number,
  ): Promise<{
    readable: ReadonlySet<string>;
    seen: SeenWaiver[];
    isLowerBound: boolean;
  }> {
    const { attentions, rights, views } = this.#options;
    const readable = await rights.among(
      credentials,
      waiverReadPermission,
      asked,
    );
    if (readable.size === 0) {
      return { readable, seen: [], isLowerBound: false };
    }
    const stored = await attentions.listWaivers(
      {
        entityRefs: [...readable],
        now,
        until: now + WAIVER_ATTENTION_DAYS * DAY_MS,
      },
      MOST_WAIVERS_LOOKED_AT + 1,
    );
    const seen = await views.see(
      credentials,
      stored.slice(0, MOST_WAIVERS_LOOKED_AT),
    );
    return {
      readable,
      seen,
      isLowerBound: stored.length > MOST_WAIVERS_LOOKED_AT,
    };
  }
}

function isEnding({ view }: SeenWaiver): boolean {
  return view.status !== 'requested' && view.renewedBy === undefined;
}

/** Waivers that only wait for others are nothing for the caller. */
function toAttention(
  waiver: SeenWaiver,
  asked: ReadonlySet<string>,
): AttentionWaiver[] {
  const { entityRefs, view } = waiver;
  const entityRef = entityRefs.find(ref => asked.has(ref));
  if (
    entityRef === undefined ||
    (view.status === 'requested'
      ? view.approvableAs.length === 0
      : !isEnding(waiver))
  ) {
    return [];
  }
  return [
    {
      id: view.id,
      title: view.title,
      entityRef,
      status: view.status,
      why: view.status === 'requested' ? 'decision' : 'ending',
      requestedAt: view.requestedAt,
      expiresAt: view.expiresAt,
      hides: view.hides.total,
    },
  ];
}

function ofFindings(
  entityRefs: string[],
  rows: AttentionFindingRow[],
): AttentionSection<AttentionFinding> {
  const total = Number(rows[0]?.total ?? 0);
  return {
    state: 'complete',
    entities: entityRefs.length,
    items: rows.map(row => ({
      id: row.id,
      entityRef: row.entity_ref,
      title: row.title,
      type: row.type,
      severity: SEVERITIES[row.severity],
      isKev: toBoolean(row.kev ?? 0),
      firstSeenAt: new Date(toNumber(row.first_seen_at)).toISOString(),
      ...(toNumber(row.due_at) < NEVER && {
        dueAt: new Date(toNumber(row.due_at)).toISOString(),
      }),
    })),
    count: Math.min(total, MOST_COUNTED),
    isLowerBound: total > MOST_COUNTED,
  };
}

function ofComponents(
  entityRefs: string[],
  rows: QuietComponent[],
): AttentionSection<AttentionEvidence> {
  return {
    state: 'complete',
    entities: entityRefs.length,
    items: rows.map(({ controls, entityRef, staleAt }) => ({
      entityRef,
      controls: controls as AttentionEvidence['controls'],
      ...(staleAt !== undefined && {
        staleSince: new Date(staleAt).toISOString(),
      }),
    })),
    count: rows[0]?.total ?? 0,
    isLowerBound: false,
  };
}
