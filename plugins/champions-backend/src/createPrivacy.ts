import { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  LeasedLoop,
  Leases,
} from '@synchrony/backstage-plugin-scorecards-node';
import { ChampionsContext, ChampionsPart } from './context';
import { addPrivacyRoutes } from './router/privacy';
import { PrivacyService } from './service/PrivacyService';
import { RetentionSweep } from './service/RetentionSweep';
import { ExportStore } from './store/ExportStore';
import { MentionStore } from './store/MentionStore';
import { PrivacyStore } from './store/PrivacyStore';
import { RetentionStore } from './store/RetentionStore';

const ERASE_AFTER_DAYS = 30;

function readEraseAfterDays(config: RootConfigService): number {
  const key = 'champions.privacy.eraseAfterDays';
  const days = config.getOptionalNumber(key) ?? ERASE_AFTER_DAYS;
  if (!Number.isInteger(days) || days < 1) {
    throw new InputError(`${key} must be a whole number from 1 on`);
  }
  return days;
}

/** What is kept of people: given to them, erased, and not kept for too long. */
export function createPrivacy(context: ChampionsContext): ChampionsPart {
  const { config, database } = context;
  const store = new PrivacyStore();
  const privacy = new PrivacyService({
    ...context,
    store,
    mentions: new MentionStore(),
    exports: new ExportStore(database),
  });
  const sweep = new RetentionSweep({
    ...context,
    privacy,
    assignments: store,
    store: new RetentionStore(database),
    eraseAfterDays: readEraseAfterDays(config),
  });
  const loop = new LeasedLoop({
    name: 'champions-retention',
    leases: new Leases(context),
    logger: context.logger,
    run: () => sweep.run(),
  });
  return {
    routes: router => addPrivacyRoutes(router, { ...context, privacy }),
    start: () => loop.start(),
    stop: () => loop.stop(),
  };
}
