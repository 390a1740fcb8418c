/**
 * How a generated SARIF report looks.
 *
 * @public
 */
export interface GenerateSarifOptions {
  results: number;
  rules: number;
  /** Lets two reports with the same findings differ in their bytes: it is added to the tool's properties. */
  note?: string;
  /** About how many bytes a result takes; 500 by default. */
  bytesPerResult?: number;
  toolName?: string;
}

function ruleOf(index: number): object {
  return {
    id: `demo/rule-${index}`,
    name: `DemoRule${index}`,
    shortDescription: { text: `Unsafe use of function ${index}` },
    fullDescription: {
      text: `Function ${index} is given data that a user controls. `.repeat(4),
    },
    help: {
      text: `Validate the input of function ${index}.`,
      markdown: `Validate the **input** of function ${index}.`,
    },
    helpUri: `https://scanner.example/rules/${index}`,
    defaultConfiguration: {
      level: ['error', 'warning', 'note'][index % 3],
    },
    properties: {
      tags: ['security', `external/cwe/cwe-${(index % 900) + 20}`],
      'security-severity': String((index % 100) / 10),
    },
  };
}

function resultOf(
  index: number,
  rules: number,
  bytesPerResult: number,
): object {
  const rule = index % rules;
  const line = (index % 900) + 1;
  const text = `Data from a request reaches function ${rule} in statement ${index}.`;
  return {
    ruleId: `demo/rule-${rule}`,
    ruleIndex: rule,
    level: ['error', 'warning', 'note'][rule % 3],
    message: { text: text.padEnd(Math.max(0, bytesPerResult - 380), ' more') },
    locations: [
      {
        physicalLocation: {
          artifactLocation: {
            uri: `src/module-${index % 97}/file-${index % 1013}.ts`,
            uriBaseId: '%SRCROOT%',
          },
          region: {
            startLine: line,
            startColumn: 5,
            endLine: line,
            endColumn: 60,
            snippet: { text: `  return run${rule}(request.query.q${index});` },
          },
        },
      },
    ],
    partialFingerprints: {
      primaryLocationLineHash: `${(index * 2654435761) % 4294967296}:1`,
    },
  };
}

/**
 * A SARIF report of many results: the same bytes for the same options.
 *
 * @public
 */
export function generateSarif(options: GenerateSarifOptions): string {
  const { results, rules, note, bytesPerResult = 500 } = options;
  return JSON.stringify({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: options.toolName ?? 'Demo Scanner',
            semanticVersion: '1.0.0',
            rules: Array.from({ length: rules }, (_, index) => ruleOf(index)),
            properties: { note: note ?? '' },
          },
        },
        automationDetails: { id: 'demo/' },
        results: Array.from({ length: results }, (_, index) =>
          resultOf(index, rules, bytesPerResult),
        ),
      },
    ],
  });
}
