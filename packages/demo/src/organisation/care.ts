import { Random } from '../random';
import type { DemoComponent } from './model';

/** What a component says of whom to tell and what to do when something happens. */
export interface DemoCare {
  /** Where vulnerabilities are reported. */
  securityContact?: string;
  securityLogs?: string;
  alerts?: string;
  runbook?: string;
}

/** How many of those that are not done say it: the more critical, the more. */
const SHARES: Record<DemoComponent['tier'], { contact: number; run: number }> =
  {
    'tier-1': { contact: 0.6, run: 0.5 },
    'tier-2': { contact: 0.4, run: 0.3 },
    'tier-3': { contact: 0.3, run: 0.15 },
    'tier-4': { contact: 0.2, run: 0.08 },
  };

/**
 * Libraries and jobs name a contact at most: nobody is woken for them. Of those
 * that run, some link a runbook and have no alert that leads to it.
 *
 * @param isDone - whether all is said that there is to say
 */
export function careOf(component: DemoComponent, isDone: boolean): DemoCare {
  const { name, platform, repository, team, tier, type } = component;
  const random = new Random(`care ${name}`);
  const { contact, run } = SHARES[tier];
  const says = (share: number) => random.chance(share) || isDone;
  const hasContact = says(contact);
  const isRun = type === 'service' || type === 'website';
  const hasRunbook = isRun && says(run);
  const hasAlerts = hasRunbook && says(0.85);
  const hasLogs = hasAlerts && says(0.9);
  const byMail = random.chance(0.6);
  return {
    ...(hasContact && {
      securityContact: byMail
        ? `security-${team}@larkhill.example`
        : `${repository}/blob/${component.defaultBranch}/SECURITY.md`,
    }),
    ...(hasLogs && {
      securityLogs: `https://logs.larkhill.example/${platform}/${name}`,
    }),
    ...(hasAlerts && {
      alerts: `https://alerts.larkhill.example/${team}/${name}`,
    }),
    ...(hasRunbook && {
      runbook: `https://wiki.larkhill.example/runbooks/${name}`,
    }),
  };
}
