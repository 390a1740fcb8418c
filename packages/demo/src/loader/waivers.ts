import {
  Waiver,
  WaiverDetail,
  WaiverRole,
  WaiverTarget,
} from '@synchrony/backstage-plugin-ingestion-common';
import { DemoInventory } from '../reports/inventories/planInventories';
import { DemoPortal } from './DemoPortal';

const DAY_MS = 24 * 3600 * 1000;
const REQUESTER = 'developer';

const APPROVERS: Record<WaiverRole, string> = {
  champion: 'champion',
  appsec: 'appsec-lead',
  'risk-owner': 'engineering-leader',
  'ciso-delegate': 'appsec-lead',
};

interface DemoWaiver {
  component: string;
  target: WaiverTarget;
  reason: string;
  riskStatement: string;
  days: number;
  isApproved: boolean;
}

function refOf(component: string): string {
  return `component:default/${component}`;
}

/**
 * Waivers of the flaws that SBOMs report, one of which ends soon, and one that
 * waits for approval and so hides nothing.
 */
function planWaivers(inventories: DemoInventory[]): DemoWaiver[] {
  const accepted = inventories.filter(({ flaw }) => flaw);
  return [
    ...accepted.map(({ component }, index) => ({
      component: component.name,
      target: {
        kind: 'rule' as const,
        entityRef: refOf(component.name),
        package: 'pkg:maven/org.apache.logging.log4j/log4j-core',
      },
      reason:
        'The logging library comes with the scheme adapter; its vendor updates it next quarter.',
      riskStatement:
        'Log lines could be forged by a partner. Unlikely: all input is validated before it is logged.',
      days: index === 0 ? 3 : 25,
      isApproved: true,
    })),
    {
      component: 'instant-payments-api',
      target: {
        kind: 'rule',
        entityRef: refOf('instant-payments-api'),
        package: 'pkg:deb/debian/openssl',
      },
      reason: 'The base image has no fixed version of openssl yet.',
      riskStatement:
        'A timing leak could help an attacker within the cluster. Keys are rotated weekly.',
      days: 20,
      isApproved: false,
    },
  ];
}

async function settle(
  portal: DemoPortal,
  waiver: DemoWaiver,
  now: Date,
): Promise<void> {
  const { component, days, isApproved, reason, riskStatement, target } = waiver;
  const known = await portal.waivers(refOf(component));
  const asked: Waiver | undefined = known.find(each => each.reason === reason);
  const detail =
    asked ??
    (await portal.postAs<WaiverDetail>(REQUESTER, '/api/ingestion/waivers', {
      target,
      reason,
      riskStatement,
      treatment: 'mitigate_later',
      expiresAt: new Date(now.getTime() + days * DAY_MS).toISOString(),
    }));
  if (!isApproved) {
    return;
  }
  for (const { approvedBy, role } of detail.approvals ?? []) {
    if (!approvedBy) {
      await portal.postAs(
        APPROVERS[role],
        `/api/ingestion/waivers/${encodeURIComponent(detail.id)}/actions`,
        { action: 'approve', role },
      );
    }
  }
}

/** Asks for the waivers of the demo and approves most; those that are there stay. */
export async function requestWaivers(
  portal: DemoPortal,
  inventories: DemoInventory[],
  options: { now: Date; only?: string[] },
): Promise<number> {
  const chosen = planWaivers(inventories).filter(
    ({ component }) => !options.only || options.only.includes(component),
  );
  for (const waiver of chosen) {
    await settle(portal, waiver, options.now);
  }
  return chosen.length;
}
