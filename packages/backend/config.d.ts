export interface Config {
  synchrony?: {
    /** Groups and users that hold the roles of the portal's policy, as entity refs. */
    policy?: {
      /** Application security: sees every finding. */
      appSec?: string[];
      /** Auditors and second-line risk: see every finding. */
      auditors?: string[];
      /** Leaders see findings of everything below the groups that they belong to. */
      leaders?: string[];
      /** Platform administrators may change the catalog. */
      admins?: string[];
    };
  };
  auth?: {
    providers?: {
      /** Sign-in by picking a persona. Development only. */
      demo?: {
        [environment: string]: {};
      };
    };
  };
}
