import { ParsedFinding } from '@synchrony/report-parsers';
import { collapse } from '../identity';
import {
  Candidate,
  Incoming,
  NONE,
  reconcile,
  ScanScope,
  statusBySource,
} from '../reconcile';

/** What a scan did, as a receipt counts it. */
export interface PureCounts {
  new: number;
  unchanged: number;
  updated: number;
  reopened: number;
  resolved: number;
}

const SCOPE: ScanScope = {
  scope: 1,
  counted: true,
  complete: true,
  baseScopes: [],
};

/** Applies reconciliations in memory, as the database does. */
export class PureStore {
  readonly findings: Candidate[] = [];
  #next = 1;
  #seen = new Map<ParsedFinding, string>();

  /** The id of the stored finding of each. */
  identify(
    findings: ParsedFinding[],
    tool: string,
  ): Map<ParsedFinding, string> {
    this.scan(findings, { tool });
    return this.#seen;
  }

  scan(
    findings: ParsedFinding[],
    changes: Partial<ScanScope> & { tool?: string } = {},
  ): PureCounts {
    const { tool = 'CodeQL', ...rest } = changes;
    const scan = { ...SCOPE, ...rest };
    const incoming: Incoming[] = collapse(tool, findings).map(item => ({
      ...item,
      attributesHash: JSON.stringify([item.key, item.finding.severity]),
    }));
    const result = reconcile(incoming, this.findings, scan);
    this.#seen = new Map();
    for (const [index, partner] of result.partners.entries()) {
      if (partner !== NONE) {
        this.#seen.set(incoming[index].finding, this.findings[partner].id);
      }
    }
    for (const index of result.appeared) {
      this.findings[index].presentIn.push(scan.scope);
    }
    for (const [index, partner] of [
      ...result.updated,
      ...result.opened,
      ...result.reopened,
    ]) {
      Object.assign(this.findings[partner], {
        key: incoming[index].key,
        attributesHash: incoming[index].attributesHash,
        leadScope: scan.scope,
      });
    }
    for (const [index, partner] of [...result.opened, ...result.reopened]) {
      this.findings[partner].status = statusBySource(incoming[index].finding);
    }
    let resolved = 0;
    for (const index of result.absent) {
      const finding = this.findings[index];
      finding.presentIn = finding.presentIn.filter(id => id !== scan.scope);
      if (finding.presentIn.length === 0 && finding.status === 'open') {
        finding.status = 'resolved';
        resolved += 1;
      }
    }
    for (const index of result.created) {
      this.#seen.set(incoming[index].finding, String(this.#next));
      this.findings.push({
        id: String(this.#next),
        key: incoming[index].key,
        attributesHash: incoming[index].attributesHash,
        status: scan.counted
          ? statusBySource(incoming[index].finding)
          : 'unlisted',
        decided: false,
        type: incoming[index].finding.type,
        leadScope: scan.scope,
        presentIn: [scan.scope],
      });
      this.#next += 1;
    }
    return {
      new: result.created.length + result.opened.length,
      unchanged: result.unchanged,
      updated: result.updated.length,
      reopened: result.reopened.length,
      resolved,
    };
  }

  openIds(): string[] {
    return this.findings
      .filter(({ status }) => status === 'open')
      .map(({ id }) => id);
  }
}
