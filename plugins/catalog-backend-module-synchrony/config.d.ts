export interface Config {
  synchrony?: {
    catalog?: {
      /**
       * Id of the scorecard whose level components have in the catalog, as
       * the label `synchrony.io/security-level`. Default: `essentials`.
       */
      scorecard?: string;
      /**
       * How many seconds the relations to champions may be old, where the
       * champions plugin is installed. Default: 30.
       */
      championsSeconds?: number;
      /**
       * How many seconds virtual teams, and who takes part in them, may be
       * old in the catalog, where the plugin is installed. Default: 30.
       */
      virtualTeamsSeconds?: number;
      /**
       * Whether people are related to what they are champion of. Only where
       * the catalog shows the same to everybody: a person's relations show to
       * all who may read the person. Default: true without
       * `permission.enabled`, otherwise false.
       */
      championOf?: boolean;
    };
  };
}
