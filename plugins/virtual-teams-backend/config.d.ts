export interface Config {
  virtualTeams?: {
    /** Settings and templates as code. Built-in ones are used when absent. */
    settings?: {
      /**
       * Path (absolute, or relative to where the back end starts) or URL of a
       * YAML file, see docs/virtual-teams-settings.md. A URL needs an
       * integration or `backend.reading.allow`. Read again every 60 s; a bad
       * file leaves the last good version in force.
       */
      location?: string;
    };
    /** The taxonomy of skills as code. Built-in skills are used when absent. */
    skills?: {
      /** Path or URL of a YAML file, read as that of the settings. */
      location?: string;
    };
    proposals?: {
      /**
       * Id of the scorecard whose checks are looked at for gaps in common.
       * Default: `essentials`.
       */
      scorecard?: string;
      /**
       * On how many platforms a check has to fail to be a gap in common, from
       * 2 on. Default: 3.
       */
      minPlatforms?: number;
    };
    catalog?: {
      /**
       * Whether members of a team are members of its Group in the catalog. It
       * makes membership an ownership claim at sign-in. Default: false.
       */
      membersAsGroupMembers?: boolean;
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
