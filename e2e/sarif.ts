/** A flaw in a report that a test makes. */
export interface Flaw {
  rule: string;
  title: string;
  /** As SARIF has it, 0.0 to 10.0. */
  severity?: string;
}

/** A SARIF report of static analysis with these flaws. */
export function sarifOf(flaws: Flaw[], tool = 'CodeQL') {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: tool,
            rules: flaws.map(({ rule, severity = '7.5', title }) => ({
              id: rule,
              shortDescription: { text: title },
              properties: { 'security-severity': severity },
            })),
          },
        },
        results: flaws.map(({ rule, title }) => ({
          ruleId: rule,
          level: 'error',
          message: { text: title },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: `src/${rule}.ts` },
                region: { startLine: 3 },
              },
            },
          ],
        })),
      },
    ],
  };
}
