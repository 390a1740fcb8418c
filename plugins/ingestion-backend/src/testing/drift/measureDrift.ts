import { moved, moveFile, reformat, renameFile } from './fileEdits';
import {
  deleteLines,
  duplicateElsewhere,
  duplicateHere,
  editContext,
  editFinding,
  FileEdit,
  fixFinding,
  fixTwin,
  insertLines,
  swapFindings,
} from './lineEdits';
import { IdentityMethod } from './methods';
import { Random } from './Random';
import {
  CODE_SCANNER,
  Observed,
  ObservedScan,
  ReportDetail,
  toReports,
} from './toReports';
import { createWorld, SourceText, World } from './World';
import {
  bumpVersion,
  changeWorkspace,
  rebuildImage,
  WorldEdit,
} from './worldEdits';

/** Kinds of edits of files. */
export const FILE_EDITS: Readonly<Record<string, FileEdit>> = {
  'lines inserted above': insertLines,
  'lines deleted above': deleteLines,
  'neighbouring line edited': editContext,
  'flagged call edited': editFinding,
  'file renamed': renameFile,
  'file moved': moveFile,
  'file moved and lines inserted': moved(insertLines),
  'file reformatted': reformat,
  'flagged code copied within the file': duplicateHere,
  'flagged code copied to another file': duplicateElsewhere,
  'finding mended': fixFinding,
  'one of several equal findings mended': fixTwin,
  'findings swapped': swapFindings,
};

/** Kinds of edits of what stands around. */
export const WORLD_EDITS: Readonly<Record<string, WorldEdit>> = {
  'version bumped': bumpVersion,
  'image rebuilt (digest, tag)': rebuildImage,
  'workspace or temp folder changed': changeWorkspace,
};

const FIRST_SCAN = 'first scan';
const UNTOUCHED = 'untouched';

/** What a method made of the findings that an edit of one kind concerned. */
export interface DriftCounts {
  /** Edits carried out. */
  edits: number;
  /** Findings that were there before and after. */
  survivors: number;
  /** Of these, how many were taken for new. */
  falseNew: number;
  /** Findings that were taken for another one. */
  falseMerges: number;
  /**
   * Likewise, where the report says of the file just what it said before, or of
   * a line with its hash or code just what it said of the other finding: no
   * reader can tell, and what is said again has to stay what it is.
   */
  untellable: number;
  /** Equal code in one file whose findings changed names. */
  swappedTwins: number;
}

export interface DriftOptions {
  sources: SourceText[];
  seed: number;
  edits: number;
  detail: ReportDetail;
  methods: IdentityMethod[];
}

/** Counts by method, then by kind of edit. */
export type DriftResult = Map<string, Map<string, DriftCounts>>;

const MOST_EDITS_A_COMMIT = 4;
const MOST_ATTEMPTS = 20;

function emptyCounts(): DriftCounts {
  return {
    edits: 0,
    survivors: 0,
    falseNew: 0,
    falseMerges: 0,
    untellable: 0,
    swappedTwins: 0,
  };
}

/** A commit: a few files, each with one edit, and at times another machine or image. */
function commit(
  world: World,
  random: Random,
  mostEdits: number,
): { edits: string[]; kindOf: Map<number, string>; around?: string } {
  const edits: string[] = [];
  const kindOf = new Map<number, string>();
  let around: string | undefined;
  if (random.chance(0.2)) {
    around = random.pick(Object.keys(WORLD_EDITS));
    WORLD_EDITS[around](world, random);
    edits.push(around);
  }
  const wanted = Math.min(
    mostEdits - edits.length,
    random.between(1, MOST_EDITS_A_COMMIT),
  );
  for (const file of random.shuffled(world.files).slice(0, wanted)) {
    const kind = random.pick(Object.keys(FILE_EDITS));
    let done = false;
    for (let attempt = 0; attempt < MOST_ATTEMPTS && !done; attempt += 1) {
      done = FILE_EDITS[kind](file, world, random);
    }
    if (done) {
      edits.push(kind);
      for (const id of file.ids) {
        kindOf.set(id, kind);
      }
    }
  }
  return { edits, kindOf, around };
}

function concerns(around: string, tool: string): boolean {
  return (tool === CODE_SCANNER) === (WORLD_EDITS[around] === changeWorkspace);
}

/** What a report says of a finding, without the folder that it was scanned in. */
function wordsOf({ finding, place }: Observed): string {
  return JSON.stringify({
    ...finding,
    locations: finding.locations.map(location => ({
      ...location,
      path: place,
    })),
  });
}

/** All that a report says of each file. */
function saidOf(findings: Observed[]): Map<string, string> {
  return new Map(
    [...Map.groupBy(findings, ({ place }) => place)].map(([place, group]) => [
      place,
      group.map(wordsOf).join(),
    ]),
  );
}

function tellsContent({ finding }: Observed): boolean {
  const [main] = finding.locations;
  return (
    main?.snippet !== undefined ||
    Object.keys(finding.partialFingerprints).length > 0
  );
}

/** What is stored, by what it really is. */
class Ledger {
  /** Hidden id of each stored finding that was seen last time. */
  #owners = new Map<string, number>();
  #names = new Map<number, string>();
  #twins = new Map<number, string>();
  #said = new Map<string, string>();
  #words = new Map<number, string>();

  observe(
    { findings }: ObservedScan,
    stored: string[],
    countsOf: (id: number) => DriftCounts,
  ): void {
    const owners = new Map<string, number>();
    const said = saidOf(findings);
    const retained = new Map<string, number>();
    const survivors = new Map<string, number[]>();
    for (const [index, observed] of findings.entries()) {
      const { id, place, twinKey } = observed;
      const twins = this.#twins.get(id);
      if (twins !== undefined) {
        countsOf(id).survivors += 1;
        survivors.set(twins, [...(survivors.get(twins) ?? []), id]);
      }
      const name = stored[index];
      const owner = this.#owners.get(name);
      const keeps = this.#names.get(id) === name;
      if (twins !== undefined && keeps) {
        retained.set(twins, (retained.get(twins) ?? 0) + 1);
      } else if (owners.has(name)) {
        // Two findings of one report became one.
        countsOf(id).falseMerges += 1;
      } else if (owner !== undefined) {
        const own = this.#twins.get(owner) ?? '';
        if ((twins ?? twinKey) === own) {
          retained.set(own, (retained.get(own) ?? 0) + 1);
          countsOf(id).swappedTwins += 1;
        } else {
          const isSaidAgain =
            this.#said.get(place) === said.get(place) ||
            (tellsContent(observed) &&
              this.#words.get(owner) === wordsOf(observed));
          countsOf(id)[isSaidAgain ? 'untellable' : 'falseMerges'] += 1;
        }
      }
      owners.set(name, id);
    }
    for (const [twins, ids] of survivors) {
      const lost = ids.length - (retained.get(twins) ?? 0);
      if (lost > 0) {
        countsOf(ids[0]).falseNew += lost;
      }
    }
    this.#owners = owners;
    this.#said = said;
    this.#words = new Map(
      findings.map(observed => [observed.id, wordsOf(observed)]),
    );
    this.#names = new Map(findings.map(({ id }, index) => [id, stored[index]]));
    this.#twins = new Map(findings.map(({ id, twinKey }) => [id, twinKey]));
  }
}

/**
 * All kinds together. Findings that no edit concerned count only where they
 * were taken wrongly, so that they make no rate look good.
 */
export function totalOf(byKind: Map<string, DriftCounts>): DriftCounts {
  const total = emptyCounts();
  for (const [kind, counts] of byKind) {
    for (const key of Object.keys(total) as (keyof DriftCounts)[]) {
      if (key !== 'survivors' || (kind !== UNTOUCHED && kind !== FIRST_SCAN)) {
        total[key] += counts[key];
      }
    }
  }
  return total;
}

/**
 * Edits real files as developers do, scans after each commit and counts what
 * the ways to recognise findings make of it. Each finding has a hidden id, so
 * the truth is known by construction.
 */
export function measureDrift(options: DriftOptions): DriftResult {
  const { sources, seed, detail, methods } = options;
  const random = new Random(seed);
  const world = createWorld(sources);
  const result: DriftResult = new Map(
    methods.map(({ name }) => [name, new Map<string, DriftCounts>()]),
  );
  const ledgers = methods.map(() => new Map<string, Ledger>());
  const countsOf = (method: string, kind: string) => {
    const byKind = result.get(method)!;
    let counts = byKind.get(kind);
    if (!counts) {
      counts = emptyCounts();
      byKind.set(kind, counts);
    }
    return counts;
  };
  const scan = (kindOf: (tool: string, id: number) => string) => {
    for (const report of toReports(world, detail)) {
      for (const [index, method] of methods.entries()) {
        const { tool } = report;
        let ledger = ledgers[index].get(tool);
        if (!ledger) {
          ledger = new Ledger();
          ledgers[index].set(tool, ledger);
        }
        ledger.observe(report, method.observe(report), id =>
          countsOf(method.name, kindOf(tool, id)),
        );
      }
    }
  };
  scan(() => FIRST_SCAN);
  let left = options.edits;
  while (left > 0) {
    const { edits, kindOf, around } = commit(world, random, left);
    left -= edits.length;
    for (const { name } of methods) {
      for (const kind of edits) {
        countsOf(name, kind).edits += 1;
      }
    }
    scan((tool, id) =>
      around && concerns(around, tool) ? around : (kindOf.get(id) ?? UNTOUCHED),
    );
  }
  return result;
}
