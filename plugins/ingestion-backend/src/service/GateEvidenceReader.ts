import { ControlType } from '@synchrony/backstage-plugin-ingestion-common';
import { Cadence } from '../coverage/cadence';
import {
  EvidenceGap,
  findGaps,
  GateEvidence,
  GateFinding,
  GateFindings,
  GateQuestion,
  selectScopes,
} from '../gate';
import { shortRef } from '../scope/defaultRef';
import { FindingReadStore } from '../store/FindingReadStore';
import { FindingRow, toFinding } from '../store/findingRow';
import { GateSelection, GateStore } from '../store/GateStore';
import { ScopeStore, StoredScope } from '../store/ScopeStore';

/** More than these are counted and not named. */
const MOST_NAMED = 100;

const NOTHING: GateFindings & { accepted: GateFinding[] } = {
  counts: [],
  worst: [],
  accepted: [],
};

export interface GateEvidenceReaderOptions {
  gate: GateStore;
  scopes: ScopeStore;
  findings: FindingReadStore;
  cadence: Cadence;
}

export interface EvidenceQuery {
  entityRef: string;
  question: GateQuestion;
  /** Only findings of these are named. */
  types?: ControlType[];
  now: number;
}

/** Collects what a verdict is made of. */
export class GateEvidenceReader {
  readonly #options: GateEvidenceReaderOptions;

  constructor(options: GateEvidenceReaderOptions) {
    this.#options = options;
  }

  /** Whether there can be anything to compare with. */
  async knowsBase(
    entityRef: string,
    { base, defaultRef }: Pick<GateQuestion, 'base' | 'defaultRef'>,
  ): Promise<boolean> {
    return (
      base === defaultRef ||
      (await this.#options.scopes.list(entityRef)).some(
        ({ ref }) => ref === base,
      )
    );
  }

  async read(query: EvidenceQuery): Promise<GateEvidence> {
    const { cadence, gate } = this.#options;
    const { entityRef, now, question } = query;
    const pending = await this.#findPending(query);
    const scopes = (await this.#options.scopes.list(entityRef)).filter(
      ({ retired }) => retired === undefined,
    );
    const selected = selectScopes(scopes, question);
    const head = idsOf(selected.head);
    const base = idsOf(selected.base);
    const fixedFrom = idsOf(selected.fixedFrom);
    const isDefault = question.base === question.defaultRef;
    const onlyOnHead: GateSelection = {
      kind: 'only-in',
      entityRef,
      scopes: head,
      others: base,
    };
    const fresh = selected.same
      ? NOTHING
      : await this.#readFindings(onlyOnHead, query);
    return {
      base: question.base,
      fresh,
      accepted: fresh.accepted,
      overdue: await this.#readFindings(
        isDefault
          ? { kind: 'overdue', entityRef, now }
          : { kind: 'overdue-in', entityRef, scopes: base, now },
        query,
      ),
      fixed:
        selected.same || fixedFrom.length === 0
          ? []
          : (
              await gate.judge(
                {
                  kind: 'only-in',
                  entityRef,
                  scopes: fixedFrom,
                  others: [
                    ...head,
                    ...base.filter(id => !fixedFrom.includes(id)),
                  ],
                },
                { limit: 0 },
              )
            ).counts.filter(({ status }) => status === 'open'),
      gaps: [
        ...pending,
        ...findGaps({ entityRef, question, scopes, selected, cadence, now }),
      ],
    };
  }

  async #readFindings(
    selection: GateSelection,
    query: EvidenceQuery,
  ): Promise<GateFindings & { accepted: GateFinding[] }> {
    const { accepted, counts, open } = await this.#options.gate.judge(
      selection,
      { types: query.types, limit: MOST_NAMED },
    );
    return {
      counts,
      worst: await this.#toFindings(open, query, 'open'),
      accepted: await this.#toFindings(accepted, query, 'risk_accepted'),
    };
  }

  async #toFindings(
    rows: FindingRow[],
    { now }: EvidenceQuery,
    status: 'open' | 'risk_accepted',
  ): Promise<GateFinding[]> {
    const sightings = Map.groupBy(
      await this.#options.findings.listSightings(rows.map(({ id }) => id)),
      ({ findingId }) => findingId,
    );
    return rows.map(row =>
      toFinding(row, sightings.get(row.id) ?? [], { now, status }),
    );
  }

  /** Reports that name another ref have no say. */
  async #findPending({
    entityRef,
    question,
  }: EvidenceQuery): Promise<EvidenceGap[]> {
    const { base, ref } = question;
    const pending = (await this.#options.gate.listPending(entityRef)).filter(
      report =>
        report.ref === undefined ||
        ref === undefined ||
        [ref, base].includes(shortRef(report.ref)),
    );
    return pending.length === 0
      ? []
      : [
          {
            message: `${pending.length === 1 ? 'A report is' : `${pending.length} reports are`} still being processed; ask again when ${pending.length === 1 ? 'it is' : 'they are'} done`,
          },
        ];
  }
}

function idsOf(scopes: StoredScope[]): number[] {
  return scopes.map(({ id }) => id);
}
