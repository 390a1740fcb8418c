export interface Config {
  scorecards?: {
    /**
     * Ids of the plugins whose facts are read. Each serves
     * `/scorecard-facts`, see the package scorecards-node.
     * Default: `[ingestion]`.
     */
    sources?: string[];

    /**
     * Sources that other systems push facts to (`PUT /facts/{source}`). A
     * definition of kind `source` says what it takes; this turns it on. Checks
     * that need it count from then on. Default: none.
     */
    pushedSources?: Array<{
      /** Id of the definition, e.g. `openssf-scorecard`. */
      source: string;
      /**
       * Subjects of the tokens, and refs of the people, that may push. Whoever
       * has the permission `scorecards.facts.write` when absent; people only
       * when they are named.
       */
      subjects?: string[];
    }>;

    /**
     * Files, folders and URLs with checks and scorecards in YAML, besides
     * those that come with the plugin. A URL of a folder ends with a slash.
     */
    definitions?: string[];

    /**
     * Whether the scorecards that come with the plugin are used.
     * Default: true.
     */
    defaultDefinitions?: boolean;

    /**
     * Types of groups (`spec.type`) that are rows of the portfolio by platform.
     * Default: `[platform, business-unit, product-area]`.
     */
    platformGroupTypes?: string[];

    campaigns?: {
      /**
       * How many days before a milestone or the target owners with something
       * to do are reminded, unless a campaign says otherwise; an empty list
       * switches reminders off. Default: `[14, 3]`.
       */
      reminderDays?: number[];
    };

    /** Telling owners that the level of their services changed. */
    notifications?: {
      /** Default: true. */
      enabled?: boolean;

      /**
       * Hour of the day, in UTC, from which the daily digest is sent.
       * Default: 7.
       */
      digestHour?: number;

      /**
       * Criticalities of which a drop is told at once and not in the digest.
       * Default: `[tier-1]`.
       */
      immediateTiers?: string[];

      /**
       * Seconds that such a drop has to last before it is told.
       * Default: 60.
       */
      immediateAfterSeconds?: number;
    };
  };
}
