import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

interface ThreatFileSource {
  /** A file on the back end's machine, absolute. Give this or `url`. */
  path?: string;
  /** Its host must be readable: an integration, or `backend.reading.allow`. */
  url?: string;
  /** Once a day by default. */
  schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
}

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
      /**
       * `severity` (default): days by severity. `risk-matrix`: days by
       * exposure, KEV, automation and impact for findings with an advisory,
       * and by severity for the others.
       */
      policy?: 'severity' | 'risk-matrix';
      /** What explanations call the policy, `default` by default. */
      name?: string;
      /**
       * Days for exploited vulnerabilities (KEV) of any severity, 7 by default;
       * 0 for no such rule. Never longer than what holds without it.
       */
      kevDays?: number;
      /**
       * Days for findings of that severity or worse, on services of that tier
       * or worse and that exposure or worse. The shortest that holds counts.
       */
      cells?: Array<{
        severity?: 'critical' | 'high' | 'medium' | 'low' | 'info';
        tier?: 'tier-1' | 'tier-2' | 'tier-3' | 'tier-4';
        exposure?: 'internet' | 'partner' | 'internal';
        days: number;
      }>;
      /**
       * Rows of the risk matrix that differ from the built-in 16. Worse answers
       * must not have more days.
       */
      riskMatrix?: Array<{
        exposed: boolean;
        kev: boolean;
        automatable: boolean;
        impact: 'partial' | 'total';
        /** 0 for "with the next upgrade", without a due date. */
        days: number;
      }>;
      /**
       * What is not known of a service or a vulnerability counts as the worse
       * value (`worse`, default of `risk-matrix`), or shortens nothing
       * (`ignore`, default of `severity`).
       */
      unknown?: 'worse' | 'ignore';
    };
    /** Files that are loaded by the clock, beside those that people upload. */
    threatIntelligence?: {
      /** FIRST's EPSS scores, CSV, also gzipped. */
      epss?: ThreatFileSource;
      /** CISA's known_exploited_vulnerabilities.json. */
      kev?: ThreatFileSource;
      /** CVE records of CISA's Vulnrichment, a JSON list or JSON lines. */
      ssvc?: ThreatFileSource;
      /** Days after which a file counts as old: 3, 14 and 30 by default. */
      warnAfterDays?: { epss?: number; kev?: number; ssvc?: number };
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
    /** Lists of components (SBOMs). */
    inventory?: {
      /**
       * Days for which a list counts as current, 30 by default. An older one
       * never says that an entity is not affected.
       */
      days?: number;
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
    /**
     * Whose "not affected" in VEX documents dismisses findings below high. What
     * others say, and all that is said of high and critical findings, is a
     * request that a person decides.
     */
    vex?: {
      /**
       * Subjects of tokens and refs of people as receipts name them; everybody
       * who may send reports of the entity when absent.
       */
      trustedSubmitters?: string[];
      /**
       * Authors as documents name them; any when absent. What a document says
       * of its author is not checked, so name submitters, too.
       */
      trustedAuthors?: string[];
    };
    /** Who accepts which risk, and for how long. What is unclear stops the start. */
    waivers?: {
      /**
       * The approval matrix, from light to hard: the first row that is enough
       * counts, and the last one is enough for everything. By default: up to
       * medium on tier-3 and tier-4, a champion, 90 days; up to high from
       * tier-2 on, AppSec, 60 days; anything else, a risk owner and a delegate
       * of the CISO, 30 days. What is known to be exploited counts as critical.
       */
      matrix?: Array<{
        /** The worst severity that the row is enough for; critical by default. */
        worstSeverity?: 'critical' | 'high' | 'medium' | 'low' | 'info';
        /** The most critical tier that it is enough for; tier-1 by default. */
        mostCriticalTier?: 'tier-1' | 'tier-2' | 'tier-3' | 'tier-4';
        /** Roles that have to approve, each by another person. */
        approvals: Array<
          'champion' | 'appsec' | 'risk-owner' | 'ciso-delegate'
        >;
        /** Longest time from start to end. */
        maxDays: number;
      }>;
      /** Refs of groups and users who have a role, for all entities. */
      roles?: {
        champion?: string[];
        appsec?: string[];
        'risk-owner'?: string[];
        'ciso-delegate'?: string[];
      };
      /** As how severe a waiver of checks counts; high by default. */
      checkSeverity?: 'critical' | 'high' | 'medium' | 'low' | 'info';
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
      /**
       * Resolved findings, and all that is known of entities that left the
       * catalog, 730 by default. What they add to sums stays.
       */
      resolved?: number;
      /** What scans changed in findings, 365 by default; what people did stays. */
      history?: number;
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
