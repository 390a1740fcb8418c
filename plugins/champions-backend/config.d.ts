export interface Config {
  champions?: {
    /** The programme as code. Built-in settings are used when absent. */
    programme?: {
      /** Path or URL of a YAML file, see docs/champions.md. */
      location?: string;
    };
    privacy?: {
      /**
       * Days after which a person who is gone from the catalog is erased.
       * Default: 30.
       */
      eraseAfterDays?: number;
    };
  };
}
