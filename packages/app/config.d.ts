export interface Config {
  app?: {
    /** How people sign in. */
    signIn?: {
      /**
       * The auth provider of the sign-in page. `guest` (the default) is refused
       * by the back end outside development.
       *
       * @visibility frontend
       */
      provider?:
        'guest' | 'github' | 'gitlab' | 'google' | 'microsoft' | 'okta';
    };
  };
  /**
   * Sign-in as one of a few fictional people. Only for local demonstrations:
   * the back end refuses to start with it unless `NODE_ENV` is `development`.
   *
   * @deepVisibility frontend
   */
  demo?: {
    personas?: Array<{
      /** What the back end knows the persona by. */
      id: string;
      /** The role, e.g. `Developer`. */
      title: string;
      /** The person's name; without it, made from `userRef`. */
      name?: string;
      /** The user entity that the persona signs in as. */
      userRef: string;
      /** One line about what the persona sees. */
      description: string;
      /** Path that opens after sign-in, `/` by default. */
      landing?: string;
    }>;
  };
}
