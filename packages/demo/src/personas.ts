/**
 * A person of the demo as whom one can sign in.
 *
 * @public
 */
export interface Persona {
  id: string;
  title: string;
  userRef: string;
  description: string;
}

/**
 * The eight people whom the demo's sign-in page offers.
 *
 * @public
 */
export const PERSONAS: readonly Persona[] = [
  {
    id: 'developer',
    title: 'Developer',
    userRef: 'user:default/bo.lin',
    description:
      'Bo Lin builds instant-payments-api in the team Instant Payments.',
  },
  {
    id: 'champion',
    title: 'Security champion',
    userRef: 'user:default/amara.rowe',
    description:
      'Amara Rowe looks after security in the team Instant Payments.',
  },
  {
    id: 'appsec-lead',
    title: 'AppSec lead',
    userRef: 'user:default/greta.halvorsen',
    description:
      'Greta Halvorsen leads application security; sees all findings.',
  },
  {
    id: 'engineering-leader',
    title: 'Engineering leader',
    userRef: 'user:default/isla.drummond',
    description: 'Isla Drummond is CTO of the six platforms.',
  },
  {
    id: 'rte',
    title: 'Release train engineer',
    userRef: 'user:default/callum.voss',
    description:
      'Callum Voss runs the Payments & Cards train; sees levels, not findings.',
  },
  {
    id: 'vt-lead',
    title: 'Virtual team lead',
    userRef: 'user:default/yuki.aronsen',
    description:
      'Yuki Aronsen of Customer Auth brings passkeys to every platform.',
  },
  {
    id: 'auditor',
    title: 'Auditor',
    userRef: 'user:default/edith.marlowe',
    description:
      'Edith Marlowe of Internal Audit reads everything, changes nothing.',
  },
  {
    id: 'platform-admin',
    title: 'Platform admin',
    userRef: 'user:default/leila.farouk',
    description: 'Leila Farouk of CI/CD Templates runs this portal.',
  },
];
