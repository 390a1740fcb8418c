import { DemoReport } from './buildReports';

const DAY_MS = 24 * 3600 * 1000;

function sarifBy(tool: string, results: unknown): string {
  return JSON.stringify({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: { name: tool, rules: [] } }, results }],
  });
}

function daysBefore(now: Date, days: number): Date {
  return new Date(Math.round(now.getTime() / 1000) * 1000 - days * DAY_MS);
}

/** Reports with which something is wrong, as happens anywhere. */
export function oddReports(now: Date): DemoReport[] {
  return [
    {
      // The repository was renamed; the catalog still says ledger-archiver.
      key: 'odd renamed',
      component: 'ledger-archiver-v2',
      at: daysBefore(now, 0.3),
      parameters: { ref: 'main', commit: '0be4410'.padEnd(40, '0') },
      render: () => sarifBy('CodeQL', []),
      outcome: 'quarantined',
    },
    {
      key: 'odd unknown',
      component: 'ml-scoring-batch',
      at: daysBefore(now, 6),
      parameters: { ref: 'main' },
      render: () => sarifBy('Semgrep OSS', []),
      outcome: 'quarantined',
    },
    {
      key: 'odd broken',
      component: 'feature-store-sync',
      at: daysBefore(now, 0.2),
      parameters: { ref: 'main', commit: '5d1c9aa'.padEnd(40, '0') },
      render: () => sarifBy('Semgrep OSS', { error: 'out of memory' }),
      outcome: 'rejected',
    },
    {
      // A pipeline was run again for an old commit.
      key: 'odd late',
      component: 'consent-api',
      at: daysBefore(now, 40),
      parameters: { ref: 'main', commit: 'e4402bd'.padEnd(40, '0') },
      render: () => sarifBy('gitleaks', []),
      outcome: 'older',
      last: true,
    },
    {
      // Ran out of time after 62 % of the paths: closes nothing.
      key: 'odd partial',
      component: 'payments-core-ledger',
      at: daysBefore(now, 0.1),
      parameters: {
        ref: 'main',
        commit: 'c90d1be'.padEnd(40, '0'),
        category: '/language:java-kotlin/',
        complete: false,
      },
      render: () => sarifBy('CodeQL', []),
      outcome: 'processed',
      last: true,
    },
  ];
}
