import { hash } from 'node:crypto';
import { ParsedFinding } from '@synchrony/report-parsers';
import { PureStore } from '../PureStore';
import { Observed, ObservedScan } from './toReports';

/** A way to recognise findings: names the stored finding of each that it sees. */
export interface IdentityMethod {
  name: string;
  /** The id of the stored finding of each observed one, in their order. */
  observe(scan: ObservedScan): string[];
}

/** What Synchrony does: the same code that imports reports. */
export class OwnIdentity implements IdentityMethod {
  readonly name = 'Synchrony';
  readonly #stores = new Map<string, PureStore>();

  observe({ tool, findings }: ObservedScan): string[] {
    let store = this.#stores.get(tool);
    if (!store) {
      store = new PureStore();
      this.#stores.set(tool, store);
    }
    const list = findings.map(({ finding }) => finding);
    const ids = store.identify(list, tool);
    return list.map(finding => ids.get(finding) ?? '');
  }
}

/** A key of each finding alone, without regard to what is stored. */
class KeyIdentity implements IdentityMethod {
  constructor(
    readonly name: string,
    private readonly keyOf: (observed: Observed) => string[],
  ) {}

  observe({ tool, findings }: ObservedScan): string[] {
    return findings.map(observed =>
      hash('sha1', [tool, ...this.keyOf(observed)].join('\n'), 'base64url'),
    );
  }
}

function placeOf({ locations, component }: ParsedFinding): string[] {
  const [main] = locations;
  return [
    main?.path ?? main?.logicalName ?? '',
    component?.name ?? '',
    component?.version ?? '',
  ];
}

/** Rule, path, line and message. */
export const exactHash = (): IdentityMethod =>
  new KeyIdentity('exact hash', ({ finding }) => [
    finding.ruleId,
    ...placeOf(finding),
    String(finding.locations[0]?.startLine),
    finding.title,
  ]);

/** Rule, path and GitHub's hash of the line; of packages there is no line. */
export const githubLineHash = (): IdentityMethod =>
  new KeyIdentity('primaryLocationLineHash', ({ finding, lineHash }) => [
    finding.ruleId,
    ...placeOf(finding),
    lineHash,
  ]);
