export interface Config {
  ingestion?: {
    /**
     * Who may send reports for which entities. A subject is the one of the
     * token in `backend.auth.externalAccess`. Nobody else than these, and
     * people for what they own, may send reports.
     */
    submitters?: Array<{
      subject: string;
      /**
       * Full entity refs, or beginnings of refs that end with `*`, such as
       * `component:default/payments-*`.
       */
      entities: string[];
    }>;
    /**
     * Issuers whose ID tokens pipelines exchange for upload tokens of 15
     * minutes. What is unclear here stops the start.
     */
    oidc?: Array<{
      /** The `iss` claim, exactly. */
      issuer: string;
      /** The `aud` claim; take one that no other service takes. */
      audience: string;
      /** Where the issuer's keys are; known for GitHub and GitLab. */
      jwksUri?: string;
      provider: 'github' | 'gitlab';
      bindings: Array<{
        /** Organisation or user; on GitLab the whole path of the namespace. */
        owner: string;
        /**
         * Name without the owner. May be left out with `fromCatalog` only, for
         * all repositories of the owner.
         */
        repository?: string;
        /** Numeric id of the owner, which a new owner of the name lacks. */
        ownerId?: string;
        /** Numeric id of the repository. */
        repositoryId?: string;
        /** Full ref such as `refs/heads/main`; any when absent. */
        ref?: string;
        /** Full entity refs. */
        entities?: string[];
        /**
         * Also entities whose `backstage.io/source-location` is in the
         * repository.
         */
        fromCatalog?: boolean;
      }>;
    }>;
    /**
     * The branch of record of entities that say nothing themselves, `main` by
     * default.
     */
    defaultRef?: string;
    /** How long findings may stay open. */
    sla?: {
      /**
       * Days from when it was first seen, by severity; 7, 30, 60 and 180 by
       * default.
       */
      days?: {
        critical?: number;
        high?: number;
        medium?: number;
        low?: number;
        info?: number;
      };
      /**
       * What the days of high findings are multiplied with on tier-1 entities
       * that are exposed to the internet, 0.5 by default.
       */
      tightFactor?: number;
    };
    /** Days for which a complete scan counts as current, by control. */
    cadence?: {
      sast?: number;
      sca?: number;
      secret?: number;
      dast?: number;
      container?: number;
      iac?: number;
    };
    /** What stops a pipeline. */
    gate?: {
      /**
       * YAML or JSON files with a policy each, absolute or relative to the
       * folder in which the back end is started. One with the id `default`
       * replaces the built-in policy.
       */
      policies?: string[];
    };
    /** Processing of reports on this instance. */
    processing?: {
      /** Reports at the same time, 2 by default. */
      concurrency?: number;
      /** Memory of each reading thread in MB, 1024 by default. */
      workerMemoryMb?: number;
      /** Seconds that reading one report may take, 120 by default. */
      timeoutSeconds?: number;
      /** Attempts before a report counts as failed, 5 by default. */
      attempts?: number;
    };
    /** Largest body in bytes after decompression, 104857600 by default. */
    maxReportBytes?: number;
    /** Days for which things are kept. */
    retention?: {
      /** Bodies of reports, 90 by default. */
      bodies?: number;
      /** Findings of other refs than the default one, 30 by default. */
      otherRefs?: number;
      /** Reports of unknown entities, 30 by default. */
      quarantine?: number;
      /** Deployments and pipeline runs, 730 by default. */
      deliveries?: number;
    };
    /** Events that other systems send. */
    webhooks?: {
      /**
       * Secrets of GitHub's webhooks; several for one repository while one
       * takes over from the other. What is unclear here stops the start.
       */
      github?: Array<{
        /**
         * At least 16 characters.
         * @visibility secret
         */
        secret: string;
        /** Organisation or user: all of its repositories. */
        owner?: string;
        /** Like `owner/name`. */
        repositories?: string[];
      }>;
    };
  };
}
