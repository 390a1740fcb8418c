import {
  EvidencePack,
  PackEntity,
  PackOverdue,
  PackScorecard,
  PackStanding,
} from '@synchrony/backstage-plugin-scorecards-common';
import { hashOf } from '@synchrony/backstage-plugin-scorecards-node';
import { ScorecardDefinition } from '../definitions/types';
import { redactScorecard } from '../evaluation/redact';
import { toScorecardView } from '../evaluation/toView';
import { resultOf, toEntry, toEvaluated } from '../ledger/rebuild';
import { LedgerEntry, ResolvedScorecard } from '../ledger/types';
import { byText } from './byText';
import { NOT_INCLUDED } from './gaps';
import { packRecords, ToldRecords } from './packRecords';
import { Place } from './placements';
import { RecordedResult, RecordedStanding } from './types';

/** An entity of a pack with what is recorded of it. */
export interface RecordedEntity {
  entityRef: string;
  place: Place;
  /** Whether the reader may see what stands behind its scores. */
  isOpen: boolean;
  standings: RecordedStanding[];
  results: RecordedResult[];
}

export interface PackInput {
  entityRef: string;
  /** Milliseconds since 1970. */
  time: number;
  isPartial: boolean;
  /** What the entity of the pack was to the business. */
  businessServices: string[];
  entities: RecordedEntity[];
  /** What other plugins keep of them. */
  told: ToldRecords[];
  scorecardOf: (id: string, version: number) => ResolvedScorecard;
}

type CoveredEntry = LedgerEntry & { definition: ScorecardDefinition };

function isoOf(time: number): string {
  return new Date(time).toISOString();
}

function inTenths(points: number | undefined): number | undefined {
  return points === undefined ? undefined : Math.round(points * 10) / 10;
}

function toStanding(
  row: RecordedStanding,
  { isOpen, results }: RecordedEntity,
  { scorecardOf, time }: PackInput,
): PackStanding {
  const resolved = scorecardOf(row.scorecard_id, row.scorecard_version);
  const entry: CoveredEntry = {
    ...toEntry(row, resolved),
    definition: resolved.definition,
  };
  const evaluated = toEvaluated(entry, results, time);
  const full = toScorecardView(evaluated, () => '', '');
  const view = isOpen ? full : redactScorecard(full, evaluated);
  const counted = new Set(entry.checks.map(({ id }) => id));
  return {
    scorecardId: row.scorecard_id,
    version: row.scorecard_version,
    level: view.level,
    targetLevel: view.targetLevel,
    scoreLow: inTenths(view.scoreLow),
    scoreHigh: inTenths(view.scoreHigh),
    evidencePct: inTenths(view.evidencePct),
    waivers: view.waivers,
    waiting: resolved.checks
      .map(({ definition }) => definition.id)
      .filter(id => !counted.has(id)),
    ...(isOpen && {
      since: isoOf(row.since),
      recordedAt: isoOf(row.recordedAt),
    }),
    checks: entry.checks.map((check, index) => {
      const { needsAttention, outcome, unknownReason } = view.checks[index];
      const known = isOpen ? resultOf(check, results, time) : undefined;
      return {
        id: check.id,
        version: check.definition.version,
        outcome,
        requiredFor: check.requiredFor,
        needsAttention,
        // The ledger's own, also where no result was recorded with it.
        unknownReason: isOpen
          ? (check.unknownReason ?? unknownReason)
          : undefined,
        ...(known && {
          since: isoOf(known.since),
          recordedAt: isoOf(known.recordedAt),
          reason: known.reason,
          evidence: known.evidence,
        }),
      };
    }),
  };
}

/** Counts of overdue findings; of one fact, what was told last. */
function overdueOf(standings: readonly PackStanding[]): PackOverdue[] {
  const found = new Map<string, PackOverdue>();
  for (const { evidence = [], since } of standings.flatMap(
    ({ checks }) => checks,
  )) {
    for (const item of evidence) {
      const isCount =
        typeof item.value === 'number' &&
        item.fact.split('.').includes('overdue');
      const before = found.get(item.fact);
      if (isCount && since && (!before || before.asOf < since)) {
        found.set(item.fact, { ...item, asOf: since });
      }
    }
  }
  return [...found.values()].sort(byText(({ fact }) => fact));
}

function toEntity(entity: RecordedEntity, input: PackInput): PackEntity {
  const { entityRef, isOpen, place } = entity;
  const rows = entity.standings.toSorted(byText(row => row.scorecard_id));
  const standings = rows.map(row => toStanding(row, entity, input));
  return {
    entityRef,
    ownerRefs: place.ownerRefs,
    partOf: place.partOf,
    ...(place.recordedAt !== undefined && {
      placeRecordedAt: isoOf(place.recordedAt),
    }),
    tier: rows.at(0)?.tier ?? undefined,
    redacted: !isOpen,
    standings,
    overdue: overdueOf(standings),
  };
}

function toScorecard({ checks, definition }: ResolvedScorecard): PackScorecard {
  return {
    id: definition.id,
    version: definition.version,
    title: definition.title,
    sha256: hashOf(definition),
    checks: checks.map(({ definition: check, requiredFor, soonerFor }) => ({
      id: check.id,
      version: check.version,
      title: check.title,
      stage: check.stage,
      weight: check.weight,
      requiredFor,
      soonerFor,
      waivable: check.waivable,
      sensitive: check.sensitive ?? false,
      passWhen: check.passWhen,
      sha256: hashOf(check),
    })),
  };
}

function scorecardsOf(
  entities: readonly PackEntity[],
  scorecardOf: PackInput['scorecardOf'],
): PackScorecard[] {
  const used = new Map(
    entities
      .flatMap(({ standings }) => standings)
      .map(({ scorecardId, version }) => [
        `${scorecardId} ${String(version).padStart(9, '0')}`,
        { scorecardId, version },
      ]),
  );
  return [...used.entries()]
    .sort(byText(([name]) => name))
    .map(([, { scorecardId, version }]) =>
      toScorecard(scorecardOf(scorecardId, version)),
    );
}

function recordedUntil(entities: readonly PackEntity[]): string | undefined {
  const times = entities.flatMap(({ standings }) =>
    standings.flatMap(({ checks, recordedAt }) => [
      recordedAt ?? '',
      ...checks.map(check => check.recordedAt ?? ''),
    ]),
  );
  return times.filter(Boolean).sort().at(-1);
}

/**
 * An evidence pack: what is recorded of a moment, in one order, whatever the
 * order in which it was read.
 */
export function buildPack(input: PackInput): EvidencePack {
  const { businessServices, entityRef, isPartial, scorecardOf, time, told } =
    input;
  const entities = input.entities
    .map(entity => toEntity(entity, input))
    .sort(byText(entity => entity.entityRef));
  return {
    format: 'synchrony-evidence-pack/1',
    entityRef,
    ...(businessServices.length > 0 && {
      importantBusinessServices: businessServices,
    }),
    at: isoOf(time),
    isRecorded: entities.length > 0,
    isPartial,
    recordedUntil: recordedUntil(entities),
    scorecards: scorecardsOf(entities, scorecardOf),
    entities,
    ...packRecords(told),
    notIncluded: [...NOT_INCLUDED],
  };
}
