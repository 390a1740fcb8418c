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
    digest?: {
      /**
       * Whether digests count findings, waivers that end, and components
       * without evidence, and champions are told that severe findings came. All
       * of it is made while nobody is signed in, so say yes
       * only where the policy lets active champions see and read what they look
       * after, as the policy of this repository does. Needs
       * `permission.enabled`. Default: false.
       */
      countFindings?: boolean;
    };
    privacy?: {
      /**
       * Days after which a person who is gone from the catalog is erased.
       * Default: 30.
       */
      eraseAfterDays?: number;
      /**
       * Key of the hashes by which erased people are told apart from others,
       * so that no annotation nominates them again. Keep it: with another one
       * they are not known any more. Without it a random key is kept in the
       * database.
       * @visibility secret
       */
      erasureKey?: string;
    };
  };
}
