export interface Config {
  champions?: {
    /** The programme as code. Built-in settings are used when absent. */
    programme?: {
      /**
       * Path (absolute, or relative to where the back end starts) or URL of a
       * YAML file, see docs/champions-programme.md. A URL needs an integration
       * or `backend.reading.allow`. Read again every 60 s; a bad file leaves
       * the last good version in force.
       */
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
