import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { Cell } from '../rows';
import { findJsonFault } from './findJsonFault';
import { decodeFile, readEpss, readKev, readSsvc, RowReader } from '.';

const EPSS = `#model_version:v2026.03.01,score_date:2026-11-24T12:55:00+0000
cve,epss,percentile
CVE-2026-1111,0.62,0.98
CVE-2026-2222,9.9e-4,0.25
`;

const KEV = JSON.stringify(
  {
    title: 'CISA Catalog',
    catalogVersion: '2026.11.20',
    dateReleased: '2026-11-20T15:00:00.123Z',
    count: 1,
    vulnerabilities: [
      {
        cveID: 'CVE-2026-1111',
        dateAdded: '2026-11-03',
        dueDate: '2026-11-24',
        knownRansomwareCampaignUse: 'Known',
      },
    ],
  },
  null,
  2,
);

function record(id: string, options?: object[]) {
  return {
    dataType: 'CVE_RECORD',
    cveMetadata: { cveId: id, state: 'PUBLISHED' },
    containers: {
      cna: { descriptions: [{ value: 'braces } ] and "quotes" \\ in text' }] },
      adp: [
        {
          providerMetadata: { shortName: 'CISA-ADP' },
          metrics: options && [
            { other: { type: 'kev', content: {} } },
            {
              other: {
                type: 'ssvc',
                content: { id, options, timestamp: '2026-11-10T00:00:00Z' },
              },
            },
          ],
        },
      ],
    },
  };
}

const SSVC = [
  { Exploitation: 'active' },
  { Automatable: 'yes' },
  { 'Technical Impact': 'total' },
];

/** A file that comes in pieces of some bytes. */
async function* inPieces(content: string | Buffer, size = 7) {
  const bytes = Buffer.from(content);
  for (let start = 0; start < bytes.length; start += size) {
    yield bytes.subarray(start, start + size);
  }
}

async function readAll(read: RowReader, content: string | Buffer) {
  const file = decodeFile(inPieces(content), { maxBytes: 1_000_000 });
  const rows: Cell[][] = [];
  const batches = read(file.text);
  let next = await batches.next();
  while (!next.done) {
    rows.push(...next.value.rows);
    next = await batches.next();
  }
  return { rows, facts: next.value, hash: file.contentHash() };
}

describe('EPSS', () => {
  it('reads rows, date and model, packed or not', async () => {
    const plain = await readAll(readEpss, EPSS);
    expect(plain).toMatchObject({
      rows: [
        ['cve-2026-1111', 0.62, 0.98, 65],
        ['cve-2026-2222', 0.00099, 0.25, 10],
      ],
      facts: {
        dataDate: Date.parse('2026-11-24T12:55:00Z'),
        version: 'v2026.03.01',
      },
    });
    expect(await readAll(readEpss, gzipSync(EPSS))).toEqual(plain);
  });

  it.each([
    ['cve,epss\n', 'line 1, column 1: expected #model_version'],
    [EPSS.replace('2026-11-24T12', 'someday'), 'line 1, column 39'],
    [EPSS.replace('percentile', 'rank'), 'line 2, column 1'],
    [EPSS.replace('0.62', '1.62'), 'line 3, column 15: epss'],
    [EPSS.replace('0.98', ''), 'line 3, column 20: percentile'],
    [EPSS.replace('CVE-2026-2222', '2222'), 'line 4, column 1: cve'],
    [EPSS.replace(',0.25', ''), 'line 4, column 21: expected 3 columns'],
    [EPSS.slice(0, -3), 'line 4, column 24: the last line does not end'],
    [EPSS.split('\n').slice(0, 2).join('\n'), 'line 2'],
    ['', 'the file ends before its first row'],
    [gzipSync(EPSS).subarray(0, -12), 'the gzip is damaged or was cut off'],
    [Buffer.from([0x23, 0xff, 0xfe, 0x0a]), 'this is not UTF-8 text'],
  ])('refuses %#, and says where', async (content, message) => {
    await expect(readAll(readEpss, content)).rejects.toThrow(message);
  });
});

describe('KEV', () => {
  it('reads entries, date and version', async () => {
    expect(await readAll(readKev, KEV)).toMatchObject({
      rows: [['cve-2026-1111', Date.parse('2026-11-03'), true]],
      facts: {
        dataDate: Date.parse('2026-11-20T15:00:00.123Z'),
        version: '2026.11.20',
      },
    });
  });

  it.each([
    [KEV.slice(0, -20), 'seems to be cut off'],
    [KEV.replace('"count": 1,', '"count": x,'), 'line 5, column 12'],
    [
      KEV.replace('2026-11-03', 'November'),
      'line 9, column 20: vulnerabilities[0].dateAdded must be a day',
    ],
    [
      KEV.replace('"cveID"', '"id"'),
      'line 7, column 5: vulnerabilities[0].cveID',
    ],
    ['[]', 'line 1, column 1'],
  ])('refuses %#, and says where', async (content, message) => {
    await expect(readAll(readKev, content)).rejects.toThrow(message);
  });
});

describe('SSVC', () => {
  const one = record('CVE-2026-1111', SSVC);
  const silent = record('CVE-2026-3333');

  it.each([
    ['a list', JSON.stringify([silent, one], null, 2)],
    ['lines', `${JSON.stringify(silent)}\n${JSON.stringify(one)}\n`],
  ])('reads %s of records, and passes over silent ones', async (_, content) => {
    expect(await readAll(readSsvc, content)).toMatchObject({
      rows: [['cve-2026-1111', 2, 1, 1]],
      facts: { dataDate: Date.parse('2026-11-10T00:00:00Z') },
    });
  });

  it.each([
    [JSON.stringify([one]).slice(0, -1), 'seems to be cut off'],
    [JSON.stringify(one).slice(0, -5), 'seems to be cut off'],
    [`${JSON.stringify(one)}\nnonsense`, 'line 2, column 1'],
    [`${JSON.stringify(one)}\n{"a":,}`, 'line 2, column 6: this is not JSON'],
    [
      `[\n${JSON.stringify(record('CVE-2026-1111', [{ Automatable: 'maybe' }]))}]`,
      'line 2, column 1: CVE-2026-1111: SSVC Exploitation must be among',
    ],
    [JSON.stringify([silent]), 'no record has SSVC decision points'],
  ])('refuses %#, and says where', async (content, message) => {
    await expect(readAll(readSsvc, content)).rejects.toThrow(message);
  });
});

describe('the place where text stops being JSON', () => {
  it('is the end for JSON and for what lacks only its end', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (json, cut) => {
        expect(findJsonFault(json)).toBe(json.length);
        const part = json.slice(0, cut % (json.length + 1));
        const place = findJsonFault(part);
        // A string, number or word that was cut begins where it fails.
        expect(part.slice(place)).toMatch(/^(?:"[^]*|-?[\d.eE+-]*|[a-z]*)$/);
      }),
    );
  });

  it('is never the end of what is not JSON', () => {
    for (const text of [
      '{"a":,}',
      '[1,]',
      '{"a" 1}',
      '[}',
      '1 2',
      'nul',
      '01',
    ]) {
      expect([text, findJsonFault(text) < text.length]).toEqual([text, true]);
    }
  });
});
