import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  EntityScorecards,
  ScorecardView,
} from '@synchrony/backstage-plugin-scorecards-common';
import { allScans } from '../__testUtils__/ingestionFacts';
import { component, group, setUpBackend } from '../__testUtils__/setUpBackend';
import { until } from '../__testUtils__/until';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const DAY = 86_400_000;
const FORGIVING = `kind: scorecard
id: forgiving
version: 1
title: Forgiving
appliesTo: { kind: [Component] }
targetByTier: {}
graceDays: 3
checks:
  - { check: plan.owner-group@1, requiredFor: bronze }
  - { check: code.sast-active@2, requiredFor: silver }
`;

jest.setTimeout(60_000);

it.each(databases.eachSupportedId())(
  'shows a level that is lost for some days, as at risk, on %s',
  async databaseId => {
    const folder = await mkdtemp(join(tmpdir(), 'grace-'));
    await writeFile(join(folder, 'forgiving.yaml'), FORGIVING);
    const backend = await setUpBackend(
      databases,
      databaseId,
      [group('payments'), component('api')],
      { scorecards: { definitions: [folder] } },
    );
    const forgiving = (isRight: (scorecard: ScorecardView) => boolean) =>
      until(async () => {
        const { body } = await backend.get<EntityScorecards>(
          '/entities/default/component/api',
        );
        const found = body.scorecards?.find(({ id }) => id === 'forgiving');
        return found && isRight(found) && found;
      });
    await backend.ingestion.publish('api', allScans());
    await forgiving(({ level }) => level === 'silver');

    const facts = allScans();
    facts.coverage.sast = { ...facts.coverage.sast, state: 'stale' };
    await backend.ingestion.publish('api', facts);
    const atRisk = await forgiving(({ atRiskUntil }) => Boolean(atRiskUntil));
    expect(atRisk).toMatchObject({ level: 'silver', nextLevel: 'silver' });
    expect(Date.parse(atRisk.atRiskUntil!) - Date.now()).toBeGreaterThan(
      2 * DAY,
    );

    await backend
      .database('entity_scores')
      .where('scorecard_id', 'forgiving')
      .update({
        losing: JSON.stringify({ silver: Date.now() - 4 * DAY }),
        at_risk_until: Date.now() - DAY,
      });
    await backend.ingestion.nudge();
    const lost = await forgiving(({ level }) => level === 'bronze');
    expect(lost.atRiskUntil).toBeUndefined();
    await rm(folder, { recursive: true });
  },
);
