import { TestDatabases } from '@backstage/backend-test-utils';
import {
  REPORT_EVENTS,
  REPORT_STATUSES,
  reportTransition,
} from '@synchrony/backstage-plugin-ingestion-common';
import { migrateIngestion } from '../createIngestion';
import { takeReportStep } from './reportSteps';
import { ReportStore } from './ReportStore';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('ReportStore, %s', id => {
  async function setUp() {
    const database = await databases.init(id);
    await migrateIngestion(database);
    const reports = new ReportStore(database);
    await database.transaction(async tx => {
      for (const status of REPORT_STATUSES) {
        await reports.insert(tx, {
          id: status,
          entityRef: 'component:default/a',
          status,
          submitter: 'ci',
          requestHash: status,
          scanHash: status,
          contentHash: status,
          sizeBytes: 1,
          complete: true,
          emptyMeansClean: false,
          receivedAt: 0,
        });
      }
    });
    return { database, reports };
  }

  it('takes no step that the table does not have', async () => {
    const { database } = await setUp();
    for (const event of REPORT_EVENTS) {
      const { from, to } = reportTransition(event);
      expect(await takeReportStep(database('reports'), event)).toBe(
        from.length,
      );
      for (const status of REPORT_STATUSES) {
        const row = await database('reports').where({ id: status }).first();
        expect(row.status).toBe(from.includes(status) ? to : status);
      }
      await database('reports').update({ status: database.ref('id') });
    }
  });

  it('refuses only what is still in quarantine', async () => {
    const { reports } = await setUp();
    for (const status of REPORT_STATUSES) {
      await reports.refuse(status, { reason: 'late', processedAt: 1 });
      expect((await reports.get(status))?.status).toBe(
        status === 'quarantined' ? 'rejected' : status,
      );
    }
  });
});
