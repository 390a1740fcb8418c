import {
  EvidencePack,
  PackCheck,
  PackEntity,
  PackRecord,
  PackSourceState,
  PackStanding,
  PackStep,
} from '@synchrony/backstage-plugin-scorecards-common';
import { evidenceText, titlesOf } from './packTexts';
import { SealedPack } from './sealPack';

/** What comes from outside is shown as text, never as Markdown or HTML. */
function escaped(value: string): string {
  return value
    .replace(/[\\`*_[\]<>|#~!&$]/g, '\\$&')
    .replace(/\s+/g, ' ')
    .trim();
}

function cell(value: string | number | undefined): string {
  return value === undefined || value === '' ? '–' : escaped(String(value));
}

function table(
  header: string[],
  rows: readonly (string | number | undefined)[][],
): string[] {
  return rows.length === 0
    ? ['None.', '']
    : [
        `| ${header.join(' | ')} |`,
        `| ${header.map(() => '---').join(' | ')} |`,
        ...rows.map(row => `| ${row.map(cell).join(' | ')} |`),
        '',
      ];
}

function scoreText({ scoreHigh, scoreLow }: PackStanding): string {
  if (scoreLow === undefined) {
    return '';
  }
  return scoreHigh === undefined || scoreHigh === scoreLow
    ? String(scoreLow)
    : `${scoreLow}–${scoreHigh}`;
}

function outcomeText(check: PackCheck): string {
  if (check.needsAttention) {
    return 'needs attention';
  }
  const outcome = check.outcome.replace('_', ' ');
  return check.unknownReason
    ? `${outcome} (${check.unknownReason.replace('_', ' ')})`
    : outcome;
}

function standings(pack: EvidencePack): string[] {
  return table(
    [
      'Component',
      'Owner',
      'Tier',
      'Scorecard',
      'Level',
      'Target',
      'Score',
      'Evidence %',
      'Since',
    ],
    pack.entities.flatMap(entity => {
      const { entityRef, ownerRefs, tier } = entity;
      const first = [entityRef, ownerRefs.join(', '), tier];
      return entity.standings.length === 0
        ? [[...first, 'none covered it', '', '', '', '', '']]
        : entity.standings.map(standing => [
            ...first,
            `${standing.scorecardId} v${standing.version}`,
            standing.waivers > 0
              ? `${standing.level}, with ${standing.waivers} waived`
              : standing.level,
            standing.targetLevel,
            scoreText(standing),
            standing.evidencePct,
            standing.since,
          ]);
    }),
  );
}

function overdue(pack: EvidencePack): string[] {
  return table(
    ['Component', 'What', 'Number', 'As of', 'Fact'],
    pack.entities.flatMap(({ entityRef, overdue: counts }) =>
      counts.map(({ asOf, fact, title, value }) => [
        entityRef,
        title,
        Number(value),
        asOf,
        fact,
      ]),
    ),
  );
}

function waived(pack: EvidencePack): string[] {
  const titleOf = titlesOf(pack);
  const rows = pack.entities.flatMap(({ entityRef, standings: all }) =>
    all.flatMap(({ checks, scorecardId }) =>
      checks
        .filter(({ outcome }) => outcome === 'waived')
        .map(check => [
          entityRef,
          scorecardId,
          titleOf(check),
          check.since,
          check.reason,
        ]),
    ),
  );
  return table(['Component', 'Scorecard', 'Check', 'Since', 'Reason'], rows);
}

const SOURCE_WORDS: Record<PackSourceState, string> = {
  included: 'all of its records are in this pack',
  partial: 'only records that the reader may read are in this pack',
  withheld: 'the reader may not read its records',
  not_kept: 'it keeps no such records',
};

function detailsText({ details }: PackRecord): string {
  return details.map(({ title, value }) => `${title}: ${value}`).join('; ');
}

function stepText({ as, at, by, note, what }: PackStep): string {
  return [
    at,
    what,
    ...(by ? [`by ${by}`] : []),
    ...(as ? [`as ${as}`] : []),
    ...(note ? [`(${note})`] : []),
  ].join(' ');
}

/** The kind of records that are champions, and the plugin that tells of them. */
const CHAMPION = { kind: 'champion', source: 'champions' };

function champions(pack: EvidencePack): string[] {
  const rows = pack.records.filter(({ kind }) => kind === CHAMPION.kind);
  const state = pack.sources.find(
    ({ source }) => source === CHAMPION.source,
  )?.state;
  if (rows.length === 0 && (state === undefined || state === 'not_kept')) {
    return ['Not known: no plugin of this portal told of champions.', ''];
  }
  if (state === 'withheld') {
    return ['Not open to the reader.', ''];
  }
  return table(
    ['Component', 'Person', 'Status', 'Details', 'Steps'],
    rows.map(record => [
      record.entityRef,
      record.title,
      record.status.replaceAll('_', ' '),
      detailsText(record),
      record.steps.map(stepText).join('; '),
    ]),
  );
}

function records(pack: EvidencePack): string[] {
  return [
    ...table(
      [
        'Component',
        'What',
        'Id',
        'Title',
        'Status',
        'Until',
        'Details',
        'Steps',
      ],
      pack.records
        .filter(({ kind }) => kind !== CHAMPION.kind)
        .map(record => [
          record.entityRef,
          record.kind,
          record.id,
          record.title,
          record.status,
          record.until,
          detailsText(record),
          record.steps.map(stepText).join('; '),
        ]),
    ),
    ...pack.sources.map(
      ({ source, state }) => `- ${escaped(source)}: ${SOURCE_WORDS[state]}`,
    ),
    '',
  ];
}

function entityChecks(entity: PackEntity, pack: EvidencePack): string[] {
  const titleOf = titlesOf(pack);
  return entity.standings.flatMap(standing => [
    `### ${escaped(entity.entityRef)}: ${escaped(standing.scorecardId)} v${standing.version}`,
    '',
    ...(entity.redacted
      ? ['What stands behind these outcomes is not open to the reader.', '']
      : []),
    ...(entity.placeRecordedAt
      ? [
          `Owner and place as first recorded at ${entity.placeRecordedAt}; what they were before is not known.`,
          '',
        ]
      : []),
    ...(standing.waiting.length > 0
      ? [
          `Waiting for a source, counted nowhere: ${escaped(standing.waiting.join(', '))}.`,
          '',
        ]
      : []),
    ...table(
      [
        'Check',
        'Version',
        'Outcome',
        'Required for',
        'Since',
        'Reason',
        'Evidence',
      ],
      standing.checks.map(check => [
        titleOf(check),
        check.version,
        outcomeText(check),
        check.requiredFor,
        check.since ?? (entity.redacted ? '' : 'not recorded'),
        check.reason,
        evidenceText(check.evidence),
      ]),
    ),
  ]);
}

function definitions(pack: EvidencePack): string[] {
  return pack.scorecards.flatMap(({ checks, id, sha256, title, version }) => [
    `### ${escaped(title)} (${escaped(id)}) v${version}`,
    '',
    `SHA-256 of the definition: ${sha256}`,
    '',
    ...table(
      [
        'Check',
        'Version',
        'Title',
        'Stage',
        'Weight',
        'Required for',
        'Passes when',
        'SHA-256',
      ],
      checks.map(check => [
        check.id,
        check.version,
        check.title,
        check.stage,
        check.weight,
        check.requiredFor,
        check.passWhen,
        check.sha256,
      ]),
    ),
  ]);
}

/** A pack for people; its last line carries the hash. */
export function packMarkdown({ pack, sha256 }: SealedPack): string {
  const { at, entities, entityRef, isPartial, recordedUntil } = pack;
  const services = pack.importantBusinessServices ?? [];
  return [
    `# Evidence pack: ${escaped(entityRef)}`,
    '',
    `As of ${at}. All times are UTC.`,
    '',
    ...(services.length > 0
      ? [`Important business service: ${escaped(services.join(', '))}.`, '']
      : []),
    ...(recordedUntil
      ? [`Latest record in this pack: ${recordedUntil}.`, '']
      : []),
    ...(isPartial
      ? [
          'Drawn by a reader who may see only some of the catalog: what they may not see is left out and not counted.',
          '',
        ]
      : []),
    ...(entities.length === 0
      ? ['Nothing is recorded of this moment.', '']
      : [
          '## Where each component stood',
          '',
          ...standings(pack),
          '## Overdue findings, as checks were told',
          '',
          ...overdue(pack),
          '## Waived checks',
          '',
          ...waived(pack),
          '## Champions in post',
          '',
          ...champions(pack),
          '## Waivers and other records',
          '',
          ...records(pack),
          '## Checks',
          '',
          ...entities.flatMap(entity => entityChecks(entity, pack)),
          '## Definitions in force',
          '',
          ...definitions(pack),
        ]),
    '## Not in this pack',
    '',
    ...pack.notIncluded.flatMap(({ what, where }) => [
      `- ${escaped(what)}`,
      `  Kept: ${escaped(where)}`,
    ]),
    '',
    '---',
    '',
    `SHA-256 of the pack: ${sha256}`,
    '',
  ].join('\n');
}
