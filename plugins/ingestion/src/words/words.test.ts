import { differingToolSeverity } from './toolSeverity';
import { locationText } from './locationText';
import { advisoryLink, cweLink } from './identifierLinks';
import { totalText } from './totalText';

describe('differingToolSeverity', () => {
  it.each([
    ['high', 'MODERATE', 'medium'],
    ['high', 'HIGH', undefined],
    ['high', 'error', undefined],
    ['high', undefined, undefined],
  ] as const)('%s against %s', (severity, toolSeverity, expected) => {
    expect(differingToolSeverity({ severity, toolSeverity })).toBe(expected);
  });
});

describe('locationText', () => {
  it('names file and line, request and parameter, or the logical name', () => {
    expect(locationText({ path: 'src/a.ts', startLine: 3 })).toBe('src/a.ts:3');
    expect(locationText({ path: 'Dockerfile' })).toBe('Dockerfile');
    expect(
      locationText({ url: 'https://h/x', method: 'GET', parameter: 'q' }),
    ).toBe('GET https://h/x (q)');
    expect(locationText({ url: 'https://h/x' })).toBe('https://h/x');
    expect(locationText({ logicalName: 'aws_s3_bucket.b' })).toBe(
      'aws_s3_bucket.b',
    );
    expect(locationText({})).toBe('');
  });
});

describe('identifier links', () => {
  it('links only identifiers of the known form', () => {
    expect(advisoryLink('CVE-2026-12345')).toBe(
      'https://nvd.nist.gov/vuln/detail/CVE-2026-12345',
    );
    expect(advisoryLink('GHSA-aaaa-bbbb-cccc')).toBe(
      'https://github.com/advisories/GHSA-aaaa-bbbb-cccc',
    );
    expect(advisoryLink('CVE-2026-1/../../evil')).toBeUndefined();
    expect(advisoryLink('data:text/html,x')).toBeUndefined();
    expect(cweLink(79)).toBe('https://cwe.mitre.org/data/definitions/79.html');
  });
});

describe('totalText', () => {
  it('says when there may be more', () => {
    const page = { items: [], totalItems: 10_000, pageInfo: {} };
    expect(totalText(page, 'finding')).toBe('10,000 findings');
    expect(totalText({ ...page, totalIsLowerBound: true }, 'finding')).toBe(
      'at least 10,000 findings',
    );
  });
});
