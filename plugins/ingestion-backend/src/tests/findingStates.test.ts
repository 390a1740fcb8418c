import { Readable } from 'node:stream';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import {
  FINDING_SCAN_TRANSITIONS,
  FindingAction,
  FindingScanTransition,
  FindingState,
  findingStateOf,
} from '@synchrony/backstage-plugin-ingestion-common';
import fc from 'fast-check';
import { Knex } from 'knex';
import { WaiverEffectStore } from '../store/WaiverEffectStore';
import {
  createTestIngestion,
  entityRow,
} from './__testUtils__/createTestIngestion';
import { sarif } from './__testUtils__/sarif';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const RUNS = process.env.SYNCHRONY_SOAK === '1' ? 200 : 6;
const [ANN, BOB] = ['user:default/ann', 'user:default/bob'];
const REFS = ['main', 'develop'];
const MEDIUM = 2;

jest.setTimeout(180_000);

interface ScanStep {
  kind: 'scan';
  present: boolean;
  severity: string;
  suppressed: boolean;
}

type Step =
  | ScanStep
  /** Another branch is the default one. */
  | { kind: 'turn' }
  | { kind: 'act'; who: string; action: FindingAction }
  | { kind: 'accept' | 'waiverEnds' | 'outgrow' };

const scan = (
  severity = '5.0',
  { present = true, suppressed: isSuppressed = false } = {},
): ScanStep => ({ kind: 'scan', present, severity, suppressed: isSuppressed });
const gone = scan('5.0', { present: false });
const suppressed = scan('5.0', { suppressed: true });
const act = (action: FindingAction, who = ANN): Step => ({
  kind: 'act',
  who,
  action,
});
const turn: Step = { kind: 'turn' };

const waiverSteps = (['accept', 'waiverEnds', 'outgrow'] as const).map(
  (kind): Step => ({ kind }),
);
const [accept, waiverEnds, outgrow] = waiverSteps;

const steps = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(
          fc.constantFrom('9.5', '8.0', '5.0', '2.0'),
          fc.record({ present: fc.boolean(), suppressed: fc.boolean() }),
        )
        .map(([severity, how]) => scan(severity, how)),
    },
    { weight: 2, arbitrary: fc.constant(turn) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(
          fc.constantFrom<FindingAction>(
            'confirm',
            'start',
            'dismiss',
            'approve',
            'reconsider',
          ),
          fc.constantFrom(ANN, BOB),
        )
        .map(([action, who]) => act(action, who)),
    },
    { weight: 1, arbitrary: fc.constantFrom(...waiverSteps) },
  ),
  { minLength: 4, maxLength: 10 },
);

/** Lives that together take every way that the table has. */
const LIVES: Step[][] = [
  [act('confirm'), gone, scan(), act('start'), gone],
  [act('dismiss'), gone, scan(), scan('8.0'), gone, scan()],
  [suppressed, scan(), suppressed, gone, suppressed, scan('9.5')],
  [accept, waiverEnds, accept, outgrow, accept, gone],
  [act('confirm'), accept, waiverEnds, accept, outgrow],
  [act('start'), accept, waiverEnds, accept, outgrow],
  [gone, turn, turn, suppressed, turn, gone, turn, turn],
];

interface Row {
  id: string;
  status: 'open' | 'dismissed' | 'risk_accepted' | 'resolved';
  triage: 'new' | 'confirmed' | 'in_progress';
  severity: number;
  suppression: string | null;
  verdict: 'open' | 'dismissed' | null;
  verdict_severity: number | null;
}

/** What the words of the table look at. */
interface Situation {
  kind: Step['kind'];
  seen: boolean;
  /** What was decided before, of what is known now. */
  worse: boolean;
  dismissed: boolean;
  bySource: boolean;
  /** How far it was before a waiver accepted it. */
  triage: string;
}

function situationOf(
  kind: Step['kind'],
  seen: boolean,
  before: Row,
  { severity, suppression }: Row,
): Situation {
  const worse =
    before.verdict === 'dismissed' &&
    severity < MEDIUM &&
    severity < (before.verdict_severity ?? severity);
  return {
    kind,
    seen,
    worse,
    dismissed: before.verdict === 'dismissed' && !worse,
    bySource:
      before.verdict === null && severity >= MEDIUM && suppression !== null,
    triage: before.triage,
  };
}

/** The words of the table as code. */
function isTaken(
  { from, name, to }: FindingScanTransition,
  { bySource, dismissed, kind, seen, triage, worse }: Situation,
  undecided: boolean,
): boolean {
  const ofScan = kind === 'scan' || kind === 'turn';
  switch (name) {
    case 'resolve':
      return ofScan && !seen;
    case 'reappear':
      return ofScan && seen && (dismissed || bySource) === (to === 'dismissed');
    case 'worsen':
      return from.includes('risk_accepted')
        ? kind === 'outgrow' && to === triage
        : ofScan && seen && worse;
    case 'suppress':
      return ofScan && seen && bySource;
    case 'unsuppress':
      return ofScan && seen && undecided && !bySource;
    case 'accept':
      return kind === 'accept';
    default:
      return kind === 'waiverEnds' && to === triage;
  }
}

describe.each(databases.eachSupportedId())('states of a finding, %s', id => {
  const waiverEffects = new WaiverEffectStore();
  const defaultRefs = new Map<string, string>();
  const taken = new Set<FindingScanTransition>();
  let database: Knex;
  let test: Awaited<ReturnType<typeof createTestIngestion>>;
  let entities = 0;

  const rowOf = (entityRef: string) =>
    entityRow(entityRef, {
      'synchrony.io/default-branch': defaultRefs.get(entityRef) ?? REFS[0],
    });

  beforeAll(async () => {
    database = await databases.init(id);
    test = await createTestIngestion(database, {
      get: async refs => new Map(refs.map(ref => [ref, rowOf(ref)])),
    });
  });
  afterAll(async () => {
    await test.stop();
  });

  /** An entity of its own with one finding, on both branches. */
  async function start() {
    entities += 1;
    const entityRef = `component:default/s${entities}`;
    const presentOn = new Map(REFS.map(ref => [ref, true]));
    let reports = 0;
    const defaultRef = () => defaultRefs.get(entityRef) ?? REFS[0];
    const send = async (ref: string, step: ScanStep) => {
      reports += 1;
      test.clock.advanceSeconds(1);
      const result = {
        rule: 'sqli',
        path: 'src/a.ts',
        line: 10 + reports,
        snippet: 'query(x)',
        severity: step.severity,
        suppressed: step.suppressed,
      };
      const { reportId } = await test.ingestion.submissions.submit(
        test.credentials,
        {
          parameters: {
            entityRef,
            complete: true,
            emptyMeansClean: false,
            ref,
            commit: String(reports).padStart(8, '0'),
          },
          body: Readable.from([
            Buffer.from(sarif(step.present ? [result] : [])),
          ]),
        },
      );
      const receipt = await test.ingestion.receipts.get(
        test.credentials,
        reportId,
        { seconds: 30, signal: new AbortController().signal },
      );
      expect(receipt).toMatchObject({ status: 'processed', applied: true });
      presentOn.set(ref, step.present);
    };
    const read = (): Promise<Row> =>
      database('findings').where({ entity_ref: entityRef }).first();
    for (const ref of REFS) {
      await send(ref, scan());
    }
    const { id: findingId } = await read();
    const waive = (kind: 'accept' | 'waiverEnds' | 'outgrow') =>
      database.transaction(async tx => {
        const at = test.clock.read().getTime();
        const entry = { at, note: '' };
        if (kind === 'accept') {
          const acceptance = {
            waiverId: 'w',
            until: at,
            findingIds: [findingId],
          };
          await waiverEffects.accept(tx, acceptance, entry);
        } else if (kind === 'waiverEnds') {
          await waiverEffects.release(tx, [findingId], entry);
        } else {
          await waiverEffects.releaseWorse(tx, [findingId], {
            at,
            worse: 'severity',
          });
        }
      });
    return {
      read,
      seen: () => presentOn.get(defaultRef()) ?? false,
      async take(step: Step): Promise<void> {
        switch (step.kind) {
          case 'scan':
            return send(defaultRef(), step);
          case 'turn':
            defaultRefs.set(
              entityRef,
              REFS.find(ref => ref !== defaultRef())!,
            );
            return test.ingestion.entityChanges.take({
              changed: [rowOf(entityRef)],
              removed: [],
            });
          case 'act':
            await test.ingestion.triage.act(mockCredentials.user(step.who), {
              ids: [findingId],
              action: step.action,
              text: 'because',
              ...(step.action === 'dismiss' && { reason: 'false_positive' }),
            });
            return undefined;
          default:
            return waive(step.kind);
        }
      },
    };
  }

  /** The states after each step, as they are and as the table says. */
  async function live(life: Step[]) {
    const { read, seen, take } = await start();
    const found: { step: Step; state: FindingState }[] = [];
    const said: typeof found = [];
    for (const step of life) {
      const before = await read();
      await take(step);
      const after = await read();
      if (step.kind !== 'act') {
        const state: FindingState = findingStateOf(before);
        const situation = situationOf(step.kind, seen(), before, after);
        const undecided = before.verdict === null;
        const transition = FINDING_SCAN_TRANSITIONS.find(
          way => way.from.includes(state) && isTaken(way, situation, undecided),
        );
        found.push({ step, state: findingStateOf(after) });
        said.push({ step, state: transition?.to ?? state });
        if (transition) {
          taken.add(transition);
        }
      }
    }
    return { found, said };
  }

  it('change as the table says, and every way of it is taken', async () => {
    for (const life of LIVES) {
      const { found, said } = await live(life);
      expect(found).toEqual(said);
    }
    expect(FINDING_SCAN_TRANSITIONS.filter(way => !taken.has(way))).toEqual([]);
  });

  it('change in no other way', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async life => {
        const { found, said } = await live(life);
        expect(found).toEqual(said);
      }),
      { numRuns: RUNS },
    );
  });
});
