import { Config } from '@backstage/config';

/** Groups and users whose members hold a role of the policy, as entity refs. */
export interface PolicyRoles {
  /** Application security: sees every finding. */
  appSec: string[];
  /** Auditors and second-line risk: see every finding, change nothing. */
  auditors: string[];
  /** Leaders see the findings of everything below the groups that they belong to. */
  leaders: string[];
  /** Platform administrators: may change the catalog; see no finding for that. */
  admins: string[];
}

/** Reads `synchrony.policy`; a role without an entry is held by nobody. */
export function readPolicyRoles(config: Config): PolicyRoles {
  const read = (role: string) =>
    (config.getOptionalStringArray(`synchrony.policy.${role}`) ?? []).map(ref =>
      ref.toLocaleLowerCase('en-US'),
    );
  return {
    appSec: read('appSec'),
    auditors: read('auditors'),
    leaders: read('leaders'),
    admins: read('admins'),
  };
}
