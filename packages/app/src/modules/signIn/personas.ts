import { parseEntityRef } from '@backstage/catalog-model';
import type { ConfigApi } from '@backstage/frontend-plugin-api';

/** One of the fictional people whom the demonstration lets one sign in as. */
export type Persona = {
  id: string;
  /** The role. */
  title: string;
  name: string;
  userRef: string;
  description: string;
  landing: string;
};

/** The personas of the demonstration; undefined wherever sign-in is real. */
export function readPersonas(config: ConfigApi): Persona[] | undefined {
  return config.getOptionalConfigArray('demo.personas')?.map(persona => {
    const userRef = persona.getString('userRef');
    return {
      id: persona.getString('id'),
      title: persona.getString('title'),
      name: persona.getOptionalString('name') ?? nameOf(userRef),
      userRef,
      description: persona.getString('description'),
      landing: persona.getOptionalString('landing') ?? '/',
    };
  });
}

function nameOf(userRef: string): string {
  const { name } = parseEntityRef(userRef, { defaultKind: 'user' });
  return name
    .split(/[-._]/)
    .map(word => word.charAt(0).toLocaleUpperCase('en') + word.slice(1))
    .join(' ');
}
