import {
  PackCheck,
  PackEntity,
  PackStanding,
} from '@synchrony/backstage-plugin-scorecards-common';
import { csvLine } from '@synchrony/backstage-plugin-scorecards-node';
import { evidenceText, titlesOf } from './packTexts';
import { SealedPack } from './sealPack';

const HEADER = [
  'at',
  'entity',
  'owner',
  'part of',
  'tier',
  'scorecard',
  'scorecard version',
  'level',
  'target',
  'score',
  'score at most',
  'evidence %',
  'stood so since',
  'check',
  'check version',
  'title',
  'outcome',
  'why unknown',
  'required for',
  'outcome since',
  'recorded',
  'reason',
  'evidence',
];

function text(value: string | number | undefined): string {
  return value === undefined ? '' : String(value);
}

function checkCells(check: PackCheck, title: string): string[] {
  return [
    check.id,
    text(check.version),
    title,
    check.needsAttention ? 'needs attention' : check.outcome,
    text(check.unknownReason),
    text(check.requiredFor),
    text(check.since),
    text(check.recordedAt),
    text(check.reason),
    evidenceText(check.evidence),
  ];
}

function standingCells(standing: PackStanding): string[] {
  return [
    standing.scorecardId,
    text(standing.version),
    standing.level,
    text(standing.targetLevel),
    text(standing.scoreLow),
    text(standing.scoreHigh),
    text(standing.evidencePct),
    text(standing.since),
  ];
}

function entityCells(entity: PackEntity, at: string): string[] {
  return [
    at,
    entity.entityRef,
    entity.ownerRefs.join(' '),
    entity.partOf.join(' '),
    text(entity.tier),
  ];
}

/** One line a check of a component; the last line carries the pack's hash. */
export function packCsv({ pack, sha256 }: SealedPack): string {
  const titleOf = titlesOf(pack);
  const rows = pack.entities.flatMap(entity => {
    const cells = entityCells(entity, pack.at);
    return entity.standings.length === 0
      ? [cells]
      : entity.standings.flatMap(standing =>
          standing.checks.map(check => [
            ...cells,
            ...standingCells(standing),
            ...checkCells(check, titleOf(check)),
          ]),
        );
  });
  return [HEADER, ...rows, ['SHA-256 of the pack', sha256]]
    .map(csvLine)
    .join('');
}
