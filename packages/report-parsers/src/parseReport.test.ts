import fc from 'fast-check';
import { detectFormat, listFormats, parseReport } from './parseReport';
import { generateSarif } from './testing';
import { ParsedFinding, ReportError } from './types';

const sarif = generateSarif({ results: 12, rules: 3, bytesPerResult: 400 });
const zap =
  '<OWASPZAPReport version="2.16.0"><site name="https://a.example"><alerts><alertitem><pluginid>1</pluginid><alert>A</alert><riskcode>2</riskcode><instances><instance><uri>https://a.example/</uri></instance></instances></alertitem></alerts></site></OWASPZAPReport>';
const cyclonedx = JSON.stringify({
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  components: [{ 'bom-ref': 'a', name: 'a', version: '1' }],
  vulnerabilities: [
    { id: 'CVE-2026-1111', ratings: [{ score: 7 }], affects: [{ ref: 'a' }] },
  ],
});
const trivy = JSON.stringify({
  SchemaVersion: 2,
  ArtifactName: 'a:1',
  ArtifactType: 'container_image',
  Results: [
    {
      Target: 'a',
      Class: 'lang-pkgs',
      Vulnerabilities: [{ VulnerabilityID: 'CVE-2026-1111', PkgName: 'b' }],
      Secrets: [{ RuleID: 'x', Title: 'y', StartLine: 1 }],
    },
  ],
});

function failure(run: () => unknown): ReportError {
  try {
    run();
  } catch (error) {
    if (error instanceof ReportError) return error;
    throw error;
  }
  throw new Error('nothing was wrong');
}

/** Any outcome but an error of ours is a fault of ours. */
function outcome(body: string | Uint8Array): number {
  try {
    return parseReport(body).runs.length;
  } catch (error) {
    if (error instanceof ReportError) return -1;
    throw error;
  }
}

function multiset(findings: ParsedFinding[]): string[] {
  return findings.map(finding => JSON.stringify(finding)).sort();
}

describe('parseReport', () => {
  it.each([
    ['a byte order mark', Buffer.from(`\uFEFF${sarif}`)],
    ['UTF-16, little end first', Buffer.from(`\uFEFF${sarif}`, 'utf16le')],
    [
      'UTF-16, big end first',
      Buffer.from(`\uFEFF${sarif}`, 'utf16le').swap16(),
    ],
    ['white space before it', Buffer.from(`\r\n  ${sarif}`)],
    [
      'Windows newlines',
      JSON.stringify(JSON.parse(sarif), null, 2).replace(/\n/g, '\r\n'),
    ],
    ['a string for a body', sarif],
  ])('reads a report with %s', (_name, body) => {
    expect(parseReport(body)).toEqual(parseReport(Buffer.from(sarif)));
  });

  it('reads XML in the encoding that it declares', () => {
    const body = Buffer.from(
      `<?xml version="1.0" encoding="ISO-8859-1"?>${zap.replace('>A<', '>Ä<')}`,
      'latin1',
    );
    expect(parseReport(body).runs[0].findings[0].title).toBe('Ä');
  });

  it('tells formats by content', () => {
    expect(
      [sarif, zap, cyclonedx, trivy].map(body => detectFormat(body)),
    ).toEqual(['sarif-2.1.0', 'zap-xml', 'cyclonedx-json', 'trivy-json']);
    expect(detectFormat('{"a":1}')).toBeUndefined();
    expect(detectFormat('')).toBeUndefined();
    expect(new Set(listFormats().map(({ id }) => id)).size).toBe(
      listFormats().length,
    );
  });

  it.each(['null', '[]', '{}'])('needs the format of %s', body => {
    expect(failure(() => parseReport(body)).message).toContain(
      'Name the format',
    );
  });

  it('takes an empty body for clean only on the word of the submitter', () => {
    for (const body of ['', ' \n', '\uFEFF', new Uint8Array()]) {
      expect(failure(() => parseReport(body)).message).toContain('is empty');
      expect(
        failure(() => parseReport(body, { format: 'zap-xml' })).message,
      ).toContain('emptyMeansClean');
      expect(
        parseReport(body, { format: 'zap-xml', emptyMeansClean: true }),
      ).toMatchObject({
        format: 'zap-xml',
        runs: [{ evidence: 'scan', controlTypes: ['dast'], findings: [] }],
      });
    }
  });

  it('refuses a format that does not exist or does not fit', () => {
    expect(
      failure(() => parseReport(sarif, { format: 'nope' })).message,
    ).toContain('There is no format "nope"');
    expect(
      failure(() => parseReport(sarif, { format: 'zap-xml' })).message,
    ).toContain('It looks like sarif-2.1.0.');
    expect(
      failure(() => parseReport(sarif, { format: 'zap-json' })).details.path,
    ).toBe('/site');
  });

  it.each([
    ['{\n "a": 1,\n "b" 2}', 3],
    ['{\n "a": "x', 2],
    ['[\n1,\n2', 3],
    ['<a>\n<b>\n</a>', 3],
    ['<a>\n&nope;</a>', 2],
    ['\n<!DOCTYPE a [<!ENTITY x "y">]>\n<a/>', 2],
    ['\n<!DOCTYPE a SYSTEM "a.dtd" [<!ELEMENT a ANY>]>\n<a/>', 2],
  ])('names the line of what is wrong in %j', (body, line) => {
    expect(failure(() => parseReport(body)).details.line).toBe(line);
  });

  it('never shows a piece of the body in an error of its syntax', () => {
    const { message } = failure(() => parseReport('{"password": hunter2-abc}'));
    expect(message).not.toContain('hunter2');
  });

  it('bounds depth and size', () => {
    const lists = '['.repeat(5_000_000);
    expect(failure(() => parseReport(lists)).message).toContain('nested');
    const strings = `${'["]",'.repeat(300)}1${']'.repeat(300)}`;
    expect(failure(() => parseReport(strings)).message).toContain('nested');
    const elements = '<OWASPZAPReport>'.repeat(300);
    expect(failure(() => parseReport(elements)).message).toContain('nested');
    expect(
      failure(() => parseReport(sarif, { limits: { maxBytes: 10 } })).message,
    ).toContain('larger');
  });

  it('gives the same findings in any order of the results', () => {
    const log = JSON.parse(sarif);
    const [run] = log.runs;
    const expected = multiset(parseReport(sarif).runs[0].findings);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(run.results, { minLength: run.results.length }),
        results => {
          const shuffled = { ...log, runs: [{ ...run, results }] };
          const [parsed] = parseReport(JSON.stringify(shuffled)).runs;
          expect(multiset(parsed.findings)).toEqual(expected);
        },
      ),
    );
  });

  it.each([sarif, zap, cyclonedx, trivy])(
    'survives what is cut off or overwritten (%#)',
    body => {
      fc.assert(
        fc.property(
          fc.nat(body.length),
          fc.string({ unit: 'grapheme', maxLength: 6 }),
          (position, text) => {
            const rest = body.slice(position + text.length);
            const bodies = [
              body.slice(0, position),
              body.slice(0, position) + text + rest,
            ];
            expect(Math.min(...bodies.map(outcome))).toBeGreaterThanOrEqual(-1);
          },
        ),
        { numRuns: 300 },
      );
    },
  );

  it.each([sarif, cyclonedx, trivy])(
    'survives any value in any place (%#)',
    body => {
      const places: Array<Array<string>> = [];
      const walk = (value: unknown, path: string[]) => {
        places.push(path);
        if (typeof value !== 'object' || value === null) return;
        for (const [key, inner] of Object.entries(value).slice(0, 12)) {
          walk(inner, [...path, key]);
        }
      };
      walk(JSON.parse(body), []);
      fc.assert(
        fc.property(
          fc.constantFrom(...places.filter(path => path.length > 0)),
          fc.jsonValue({ maxDepth: 2 }),
          (path, replacement) => {
            const document = JSON.parse(body);
            const parent = path
              .slice(0, -1)
              .reduce((value, key) => value[key], document);
            parent[path[path.length - 1]] = replacement;
            expect(outcome(JSON.stringify(document))).toBeGreaterThanOrEqual(
              -1,
            );
          },
        ),
        { numRuns: 500 },
      );
    },
  );
});

describe('documents of lines and tables', () => {
  it('names the line of a broken line of JSON', () => {
    expect(() => parseReport('{"a":1}\n{"b":\n')).toThrow(/line 2/);
  });

  it('takes one JSON value with white space after it for one', () => {
    expect(() => parseReport('{"a":1}\n\n')).toThrow(/a JSON document/);
  });

  it('takes lines of objects for lines of JSON, and columns for a table', () => {
    expect(() => parseReport('{"a":1}\r\n{"b":2}')).toThrow(/lines of JSON/);
    expect(() => parseReport('one,two\n1,2')).toThrow(/a table/);
    expect(() => parseReport('"one","two\n')).toThrow(/does not end/);
    expect(() => parseReport('plain words')).toThrow(/neither JSON, XML nor/);
  });
});
