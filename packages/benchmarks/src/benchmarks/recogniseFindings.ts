import {
  DriftCounts,
  exactHash,
  githubLineHash,
  measureDrift,
  OwnIdentity,
  readPackageSources,
  ReportDetail,
  SourceText,
  totalOf,
} from '@synchrony/backstage-plugin-ingestion-backend/testing';
import { number } from '../harness/numbers';
import { Benchmark, Comparison } from '../harness/types';

const SEED = 1;
const FILES_A_PACKAGE = 12;
const MOST_FALSE_NEW = 0.02;

const DETAILS: Record<ReportDetail, string> = {
  lines: 'lines of code',
  snippet: 'the flagged code',
  hash: 'primaryLocationLineHash',
  bare: 'rule, path, line only',
};

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}

function rate({ falseNew, survivors }: DriftCounts): number {
  return survivors > 0 ? falseNew / survivors : 0;
}

function describe(counts: DriftCounts): string {
  const { falseMerges, untellable } = counts;
  const more =
    untellable > 0 ? `, ${number(untellable)} that no report tells` : '';
  return `${percent(rate(counts))} new, ${number(falseMerges)} merged${more}`;
}

function compare(
  detail: ReportDetail,
  sources: SourceText[],
  edits: number,
): Comparison {
  const own = new OwnIdentity();
  const peers = [exactHash(), githubLineHash()];
  const result = measureDrift({
    sources,
    seed: SEED,
    edits,
    detail,
    methods: [own, ...peers],
  });
  const byKind = result.get(own.name)!;
  const ours = totalOf(byKind);
  const isTelling = detail !== 'bare';
  const hash = totalOf(result.get(peers[1].name)!);
  return {
    work: `${number(ours.edits)} edits; reports give ${DETAILS[detail]}`,
    ours: describe(ours),
    beside: peers
      .map(({ name }) => `${name}: ${describe(totalOf(result.get(name)!))}`)
      .join('; '),
    ratio: rate(hash) > 0 ? percent(rate(ours) / rate(hash)) : '–',
    reach: isTelling ? '≤ 2 % new, 0 merged' : '',
    met: isTelling
      ? rate(ours) <= MOST_FALSE_NEW && ours.falseMerges === 0
      : undefined,
    notes: [
      'Edits of real files with findings of which each has a hidden id. "New": known findings that were taken for new, of those that an edit concerned; "merged": findings that were taken for another; "that no report tells": likewise, where the report says of the file, or of a line with its hash, what it said before.',
      `With ${DETAILS[detail]}, new of known: ${[...byKind]
        .filter(([, counts]) => counts.edits > 0)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(
          ([kind, { edits: times, falseNew, survivors, falseMerges }]) =>
            `${kind} (${times}) ${falseNew}/${survivors}${falseMerges > 0 ? `, ${falseMerges} merged` : ''}`,
        )
        .join('; ')}.`,
    ],
  };
}

export const recogniseFindings: Benchmark = {
  name: 'identity',
  title: 'Findings in files that are edited',
  async run({ sizes }) {
    // Of packages, which the lock file pins: the figures can be had again.
    const sources = readPackageSources(FILES_A_PACKAGE);
    return (['lines', 'snippet', 'hash', 'bare'] as const).map(detail =>
      compare(detail, sources, sizes.edits),
    );
  },
};
