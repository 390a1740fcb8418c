/** A result of the SARIF that tests send. */
export interface SampleResult {
  rule: string;
  path: string;
  line: number;
  snippet?: string;
  level?: 'error' | 'warning' | 'note';
  severity?: string;
  text?: string;
  suppressed?: boolean;
  /** What is said of a place that explains it. */
  related?: string;
}

/** A SARIF report of a made-up tool. */
export function sarif(
  results: SampleResult[],
  options: { tool?: string; category?: string } = {},
): string {
  const rules = [...new Set(results.map(({ rule }) => rule))];
  return JSON.stringify({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: options.tool ?? 'CodeQL',
            rules: rules.map(id => ({
              id,
              shortDescription: { text: `Rule ${id}` },
              help: { text: `Do not do ${id}.` },
              properties: {
                'security-severity':
                  results.find(({ rule }) => rule === id)?.severity ?? '7.5',
              },
            })),
          },
        },
        ...(options.category && {
          automationDetails: { id: `${options.category}/` },
        }),
        results: results.map(result => ({
          ruleId: result.rule,
          level: result.level ?? 'error',
          message: { text: result.text ?? `Found ${result.rule}` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: result.path },
                region: {
                  startLine: result.line,
                  ...(result.snippet && { snippet: { text: result.snippet } }),
                },
              },
            },
          ],
          ...(result.related && {
            relatedLocations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'src/source.ts' },
                  region: { startLine: 2 },
                },
                message: { text: result.related },
              },
            ],
          }),
          ...(result.suppressed && {
            suppressions: [{ kind: 'inSource', status: 'accepted' }],
          }),
        })),
      },
    ],
  });
}
