import { TestDatabases } from '@backstage/backend-test-utils';
import exampleFormatModule, {
  AcmeScanFormat,
} from '@synchrony/backstage-plugin-ingestion-backend-module-example-format';
import { ReportFormat } from '@synchrony/report-parsers';
import { FormatRegistry } from '../worker';
import { startIngestion } from './__testUtils__/startIngestion';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const REPORT = {
  acmeScan: '1.2',
  issues: [
    { rule: 'A1', level: 'high', text: 'A hole', file: 'a.ts', line: 3 },
  ],
};

describe.each(databases.eachSupportedId())('added formats, %s', id => {
  it('reads reports of a format that a module adds', async () => {
    const ingestion = await startIngestion(await databases.init(id), {
      features: [exampleFormatModule],
    });
    try {
      const receipt = await ingestion.submit(JSON.stringify(REPORT));
      expect(receipt).toMatchObject({
        status: 'processed',
        format: 'acme-scan-json',
        tool: 'Acme Scan',
        counts: { new: 1 },
      });
      const broken = await ingestion.submit(
        JSON.stringify({ ...REPORT, issues: [{}] }),
        { format: 'acme-scan-json' },
      );
      expect(broken).toMatchObject({
        status: 'rejected',
        error: { details: { path: '/issues/0' } },
      });
      const unknown = await ingestion.submit('{"else":1}');
      expect(unknown.error?.message).toContain('acme-scan-json');
    } finally {
      await ingestion.stop();
    }
  });
});

describe('FormatRegistry', () => {
  it('refuses a second format of an id, and a class that its file lacks', () => {
    const registry = new FormatRegistry();
    registry.addFormat(AcmeScanFormat);
    expect(registry.files).toEqual([AcmeScanFormat.file]);
    expect(() => registry.addFormat(AcmeScanFormat)).toThrow(
      'There is already a report format acme-scan-json',
    );
    class Elsewhere extends AcmeScanFormat implements ReportFormat {
      static readonly file = __filename;
    }
    expect(() => new FormatRegistry().addFormat(Elsewhere)).toThrow(
      'does not export a class',
    );
  });
});
