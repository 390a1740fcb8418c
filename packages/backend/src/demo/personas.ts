import { Config } from '@backstage/config';

/** A role that a person can try in the demo. */
export interface Persona {
  id: string;
  title: string;
  userRef: string;
}

/** Personas of `demo.personas`; none when there is no demo. */
export function readPersonas(config: Config): Persona[] {
  return (config.getOptionalConfigArray('demo.personas') ?? []).map(entry => ({
    id: entry.getString('id'),
    title: entry.getString('title'),
    userRef: entry.getString('userRef'),
  }));
}
