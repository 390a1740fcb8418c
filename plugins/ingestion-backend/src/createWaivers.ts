import { ArrivalsService } from './service/ArrivalsService';
import { AttentionService } from './service/AttentionService';
import { ChangeAnnouncer } from './service/ChangeAnnouncer';
import { EntityRights } from './service/EntityRights';
import { FactsService } from './service/FactsService';
import { WaiverApplier } from './service/WaiverApplier';
import { WaiverAssessor } from './service/WaiverAssessor';
import { WaiverClock } from './service/WaiverClock';
import { WaiverDecisions } from './service/WaiverDecisions';
import { WaiverEvidence } from './service/WaiverEvidence';
import { WaiverRegister } from './service/WaiverRegister';
import { WaiverRenewals } from './service/WaiverRenewals';
import { WaiverRequests } from './service/WaiverRequests';
import { WaiverRoles } from './service/WaiverRoles';
import { WaiverScopes } from './service/WaiverScopes';
import { WaiverSettler } from './service/WaiverSettler';
import { WaiverViews } from './service/WaiverViews';
import { DueTables } from './sla';
import { createStores } from './store/createStores';
import type { IngestionOptions } from './createIngestion';

/** What waivers work with. */
export interface WaiversOptions extends IngestionOptions {
  stores: ReturnType<typeof createStores>;
  facts: FactsService;
  settler: WaiverSettler;
  dueTables: DueTables;
  announcer: ChangeAnnouncer;
  clock: () => Date;
}

/** Puts the services of waivers together. */
export function createWaivers(options: WaiversOptions) {
  const { clock, config, database, stores } = options;
  const rights = new EntityRights(options);
  const scopes = new WaiverScopes({ ...options, ...stores });
  const roles = new WaiverRoles({
    userInfo: options.userInfo,
    configured: config.waivers.roles,
    sources: options.waiverRoleSources ?? [],
  });
  const assessor = new WaiverAssessor({
    ...stores,
    scopes,
    matrix: config.waivers.matrix,
    checkSeverity: config.waivers.checkSeverity,
  });
  const views = new WaiverViews({ ...options, ...stores, rights, roles });
  const register = new WaiverRegister({
    ...options,
    ...stores,
    rights,
    views,
    assessor,
  });
  const requests = new WaiverRequests({
    ...stores,
    database,
    rights,
    assessor,
    register,
    clock,
  });
  const applier = new WaiverApplier({
    ...options,
    ...stores,
    defaultRef: config.defaultRef,
  });
  const waiverClock = new WaiverClock({
    ...stores,
    database,
    scopes,
    applier,
    logger: options.logger,
    clock,
  });
  return {
    arrivals: new ArrivalsService({ ...stores, rights }),
    attention: new AttentionService({ ...stores, rights, views, clock }),
    waiverClock,
    waiverRegister: register,
    waiverRequests: requests,
    waiverEvidence: new WaiverEvidence({ ...stores, rights, clock }),
    waiverDecisions: new WaiverDecisions({
      ...stores,
      database,
      rights,
      roles,
      assessor,
      register,
      renewals: new WaiverRenewals({ assessor, requests }),
      applier,
      waiverClock,
      clock,
    }),
  };
}
