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

/** Somebody of the demo organisation who signs in. */
export type SignedIn = Pick<Persona, 'title' | 'userRef'>;

/** A persona by its id, or any user by the ref; the catalog has to know the user. */
export function whoIs(
  personas: Persona[],
  name: string | undefined,
): SignedIn | undefined {
  const persona = personas.find(({ id }) => id === name);
  return (
    persona ??
    (name?.startsWith('user:') ? { title: name, userRef: name } : undefined)
  );
}
