import { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  LeasedLoop,
  Leases,
} from '@synchrony/backstage-plugin-scorecards-node';
import { VirtualTeamsContext, VirtualTeamsPart } from './context';
import { addPrivacyRoutes } from './router/expertise/privacyRouter';
import { ExpertiseChanges } from './service/ExpertiseChanges';
import { ExpertiseKeeper } from './service/ExpertiseKeeper';
import { ExpertisePrivacyService } from './service/ExpertisePrivacyService';
import { EndorsementStore } from './store/EndorsementStore';
import { KeeperStore } from './store/KeeperStore';
import { PrivacyStore } from './store/PrivacyStore';

const ERASE_AFTER_DAYS = 30;

function readEraseAfterDays(config: RootConfigService): number {
  const key = 'virtualTeams.privacy.eraseAfterDays';
  const days = config.getOptionalNumber(key) ?? ERASE_AFTER_DAYS;
  if (!Number.isInteger(days) || days < 1) {
    throw new InputError(`${key} must be a whole number from 1 on`);
  }
  return days;
}

/** What is kept of people: given to them, erased, and not kept for too long. */
export function createExpertisePrivacy(
  context: VirtualTeamsContext,
): VirtualTeamsPart {
  const privacy = new ExpertisePrivacyService({
    ...context,
    store: new PrivacyStore(),
    endorsements: new EndorsementStore(),
    changes: new ExpertiseChanges(context),
  });
  const keeper = new ExpertiseKeeper({
    ...context,
    store: new KeeperStore(),
    privacy,
    eraseAfterDays: readEraseAfterDays(context.config),
  });
  const loop = new LeasedLoop({
    name: 'virtual-teams-expertise',
    leases: new Leases(context),
    logger: context.logger,
    run: () => keeper.run(),
  });
  return {
    routes: router => addPrivacyRoutes(router, { ...context, privacy }),
    round: async () => {
      await keeper.run();
    },
    start: () => loop.start(),
    stop: () => loop.stop(),
  };
}
