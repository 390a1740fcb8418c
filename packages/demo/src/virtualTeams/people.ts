import {
  Availability,
  ExpertiseVisibility,
  SkillLevel,
  Willing,
} from '@synchrony/backstage-plugin-virtual-teams-common';

/** What somebody of the demo says about themself. */
export interface DemoProfile {
  person: string;
  visibility: ExpertiseVisibility;
  availability: Availability;
  limitPct?: number;
  note?: string;
  skills: [skillId: string, level: SkillLevel, willing?: Willing[]][];
}

/** Everyone who chose to be found, or at least to keep a profile. */
export const PROFILES: DemoProfile[] = [
  // Identity & Access
  {
    person: 'yuki.aronsen',
    visibility: 'everyone',
    availability: 'limited',
    limitPct: 20,
    skills: [
      ['webauthn', 'guide', ['mentor', 'talk']],
      ['oauth', 'advanced', ['mentor', 'review']],
      ['threat-modelling', 'practitioner'],
    ],
  },
  {
    person: 'samir.haddad',
    visibility: 'everyone',
    availability: 'limited',
    limitPct: 10,
    note: 'Champion of four teams: reviews rather than new work.',
    skills: [
      ['threat-modelling', 'guide', ['review', 'mentor']],
      ['oauth', 'guide', ['review']],
      ['webauthn', 'advanced', ['review']],
    ],
  },
  {
    person: 'petra.lomas',
    visibility: 'everyone',
    availability: 'free',
    limitPct: 20,
    skills: [
      ['webauthn', 'practitioner', ['join']],
      ['oauth', 'practitioner', ['join']],
    ],
  },
  {
    person: 'idris.cole',
    visibility: 'everyone',
    availability: 'limited',
    limitPct: 20,
    skills: [
      ['oauth', 'advanced', ['join', 'review']],
      ['privileged-access', 'advanced', ['mentor']],
    ],
  },
  {
    person: 'leonie.banerjee',
    visibility: 'my_groups',
    availability: 'not_stated',
    skills: [['webauthn', 'practitioner', ['join']]],
  },
  {
    person: 'aidan.goldwhin',
    visibility: 'everyone',
    availability: 'free',
    limitPct: 10,
    skills: [
      ['privileged-access', 'guide', ['mentor', 'join']],
      ['secrets-management', 'practitioner', ['join']],
    ],
  },
  {
    person: 'vikram.dalgarno',
    visibility: 'everyone',
    availability: 'free',
    limitPct: 10,
    skills: [
      ['mtls', 'practitioner', ['join']],
      ['pki', 'practitioner', ['join']],
    ],
  },
  // Digital Channels
  {
    person: 'niamh.corrigan',
    visibility: 'everyone',
    availability: 'limited',
    limitPct: 20,
    skills: [
      ['mobile-security', 'advanced', ['mentor', 'review']],
      ['threat-modelling', 'advanced', ['review']],
      ['fraud-detection', 'practitioner'],
    ],
  },
  {
    person: 'femi.adeyemi',
    visibility: 'everyone',
    availability: 'limited',
    limitPct: 10,
    skills: [
      ['api-security', 'practitioner', ['join']],
      ['accessibility-testing', 'advanced', ['mentor']],
    ],
  },
  {
    person: 'lotte.vance',
    visibility: 'everyone',
    availability: 'free',
    limitPct: 10,
    skills: [
      ['web-security', 'advanced', ['review', 'mentor']],
      ['webauthn', 'aware'],
      ['threat-modelling', 'practitioner'],
    ],
  },
  {
    person: 'jun.park',
    visibility: 'everyone',
    availability: 'none',
    skills: [['mobile-security', 'advanced', ['talk']]],
  },
  {
    person: 'malachi.iversen',
    visibility: 'everyone',
    availability: 'free',
    limitPct: 10,
    skills: [['mobile-security', 'practitioner', ['join']]],
  },
  {
    person: 'rhiannon.dunmore',
    visibility: 'nobody',
    availability: 'not_stated',
    skills: [['mobile-security', 'advanced']],
  },
  {
    person: 'elena.sato',
    visibility: 'everyone',
    availability: 'not_stated',
    skills: [
      ['kafka-security', 'practitioner', ['review']],
      ['threat-modelling', 'practitioner'],
    ],
  },
  // Retail Payments
  {
    person: 'amara.rowe',
    visibility: 'everyone',
    availability: 'limited',
    limitPct: 10,
    skills: [
      ['threat-modelling', 'advanced', ['mentor', 'review']],
      ['code-review', 'advanced', ['review']],
      ['incident-response', 'practitioner'],
    ],
  },
  {
    person: 'bo.lin',
    visibility: 'my_groups',
    availability: 'free',
    limitPct: 10,
    skills: [
      ['api-security', 'practitioner', ['join']],
      ['oauth', 'practitioner', ['join']],
    ],
  },
  {
    person: 'priya.sethi',
    visibility: 'everyone',
    availability: 'limited',
    limitPct: 5,
    skills: [
      ['fraud-detection', 'advanced', ['review']],
      ['api-security', 'practitioner'],
    ],
  },
  {
    person: 'kwame.asante',
    visibility: 'everyone',
    availability: 'limited',
    limitPct: 20,
    skills: [
      ['fraud-detection', 'guide', ['mentor', 'talk']],
      ['threat-modelling', 'advanced', ['review']],
      ['machine-learning-security', 'practitioner'],
    ],
  },
  {
    person: 'yuki.tanabe',
    visibility: 'everyone',
    availability: 'not_stated',
    skills: [
      ['sbom', 'advanced', ['review']],
      ['code-review', 'advanced', ['mentor']],
    ],
  },
  {
    person: 'dario.conti',
    visibility: 'everyone',
    availability: 'free',
    limitPct: 20,
    skills: [
      ['threat-modelling', 'advanced', ['mentor', 'join']],
      ['api-security', 'advanced', ['join', 'review']],
    ],
  },
  {
    person: 'adaeze.maddox',
    visibility: 'everyone',
    availability: 'free',
    limitPct: 10,
    skills: [
      ['secrets-management', 'practitioner', ['join']],
      ['ci-cd', 'practitioner', ['join']],
    ],
  },
  {
    person: 'rafael.greenhalgh',
    visibility: 'everyone',
    availability: 'free',
    limitPct: 10,
    skills: [
      ['mtls', 'advanced', ['mentor', 'join']],
      ['pki', 'practitioner'],
    ],
  },
  // Cards & Lending
  {
    person: 'mika.sorensen',
    visibility: 'everyone',
    availability: 'free',
    limitPct: 12,
    note: 'Built the wallet app; would like to see passkeys through on phones.',
    skills: [
      ['webauthn-mobile', 'advanced', ['join', 'mentor']],
      ['mobile-security', 'advanced', ['join']],
    ],
  },
  {
    person: 'tara.quill',
    visibility: 'everyone',
    availability: 'not_stated',
    limitPct: 5,
    skills: [
      ['webauthn-mobile', 'practitioner', ['join', 'mentor']],
      ['mobile-security', 'practitioner', ['mentor']],
    ],
  },
  {
    person: 'priya.nandakumar',
    visibility: 'everyone',
    availability: 'limited',
    limitPct: 10,
    skills: [
      ['pci-dss', 'guide', ['mentor', 'review', 'talk']],
      ['web-security', 'advanced', ['review']],
      ['threat-modelling', 'practitioner'],
    ],
  },
  {
    person: 'ola.brandt',
    visibility: 'everyone',
    availability: 'free',
    limitPct: 10,
    skills: [
      ['hsm-operations', 'practitioner', ['join']],
      ['pci-dss', 'advanced', ['join']],
      ['threat-modelling', 'practitioner'],
    ],
  },
  {
    person: 'jonas.weber',
    visibility: 'everyone',
    availability: 'free',
    limitPct: 10,
    skills: [
      ['code-review', 'advanced', ['mentor']],
      ['threat-modelling', 'practitioner', ['join']],
    ],
  },
  {
    person: 'luca.ashdown',
    visibility: 'everyone',
    availability: 'free',
    limitPct: 20,
    skills: [
      ['kafka-security', 'advanced', ['join', 'mentor']],
      ['mtls', 'practitioner'],
    ],
  },
  {
    person: 'bilal.castlebar',
    visibility: 'nobody',
    availability: 'none',
    skills: [['secrets-management', 'advanced']],
  },
  // Data & Analytics
  {
    person: 'hana.novak',
    visibility: 'everyone',
    availability: 'limited',
    limitPct: 20,
    skills: [
      ['privacy-engineering', 'advanced', ['review', 'mentor']],
      ['cloud-security', 'practitioner'],
      ['kafka-security', 'advanced', ['review']],
    ],
  },
  {
    person: 'caspar.larkspur',
    visibility: 'everyone',
    availability: 'free',
    limitPct: 10,
    skills: [
      ['machine-learning-security', 'advanced', ['join', 'talk']],
      ['fraud-detection', 'practitioner', ['join']],
    ],
  },
  {
    person: 'ioan.mbeki',
    visibility: 'everyone',
    availability: 'free',
    limitPct: 15,
    skills: [
      ['sast', 'aware'],
      ['ci-cd', 'practitioner', ['join']],
      ['secrets-management', 'practitioner', ['join']],
    ],
  },
  {
    person: 'ines.duarte',
    visibility: 'my_groups',
    availability: 'limited',
    limitPct: 10,
    skills: [['privacy-engineering', 'advanced', ['review']]],
  },
  // Cloud & Developer Platform
  {
    person: 'tomasz.wilk',
    visibility: 'everyone',
    availability: 'limited',
    limitPct: 20,
    skills: [
      ['kubernetes', 'guide', ['mentor', 'review']],
      ['cloud-security', 'advanced', ['review']],
      ['mtls', 'guide', ['mentor']],
    ],
  },
  {
    person: 'devika.rao',
    visibility: 'everyone',
    availability: 'free',
    limitPct: 20,
    skills: [
      ['api-security', 'guide', ['mentor', 'join']],
      ['threat-modelling', 'practitioner', ['join']],
    ],
  },
  {
    person: 'oskar.lindqvist',
    visibility: 'everyone',
    availability: 'limited',
    limitPct: 10,
    skills: [
      ['secrets-management', 'guide', ['mentor', 'talk']],
      ['pki', 'guide', ['mentor']],
      ['hsm-operations', 'advanced', ['review']],
    ],
  },
  {
    person: 'rohan.holloway',
    visibility: 'everyone',
    availability: 'free',
    limitPct: 15,
    skills: [
      ['pki', 'advanced', ['join']],
      ['cryptography', 'practitioner', ['join']],
      ['secrets-management', 'advanced', ['join']],
    ],
  },
  {
    person: 'leila.farouk',
    visibility: 'everyone',
    availability: 'limited',
    limitPct: 20,
    skills: [
      ['ci-cd', 'guide', ['mentor', 'talk']],
      ['sbom', 'guide', ['mentor']],
      ['slsa', 'advanced', ['mentor']],
    ],
  },
  {
    person: 'keira.silverwood',
    visibility: 'everyone',
    availability: 'free',
    limitPct: 20,
    skills: [
      ['ci-cd', 'advanced', ['join', 'mentor']],
      ['slsa', 'practitioner', ['join']],
      ['container-security', 'advanced', ['review']],
    ],
  },
  {
    person: 'mahira.kestrel',
    visibility: 'everyone',
    availability: 'free',
    limitPct: 10,
    skills: [
      ['logging', 'advanced', ['join', 'mentor']],
      ['incident-response', 'advanced', ['join']],
    ],
  },
  {
    person: 'florian.ingleby',
    visibility: 'everyone',
    availability: 'not_stated',
    skills: [
      ['kubernetes', 'advanced', ['review']],
      ['infrastructure-as-code', 'advanced', ['review']],
    ],
  },
  // AppSec
  {
    person: 'bronwen.selwick',
    visibility: 'everyone',
    availability: 'limited',
    limitPct: 20,
    skills: [
      ['threat-modelling', 'guide', ['mentor', 'talk']],
      ['sast', 'guide', ['mentor', 'review']],
      ['penetration-testing', 'advanced', ['review']],
    ],
  },
  {
    person: 'vikram.carrow',
    visibility: 'everyone',
    availability: 'limited',
    limitPct: 20,
    skills: [
      ['cryptography', 'guide', ['review', 'talk']],
      ['post-quantum', 'advanced', ['talk']],
    ],
  },
  {
    person: 'ciara.ravenscar',
    visibility: 'everyone',
    availability: 'free',
    limitPct: 20,
    skills: [
      ['sca', 'guide', ['mentor', 'join']],
      ['sast', 'advanced', ['mentor', 'join']],
      ['privacy-engineering', 'practitioner'],
    ],
  },
];

/** Who speaks for whom, and why. */
export const ENDORSEMENTS: {
  by: string;
  person: string;
  skillId: string;
  text: string;
}[] = [
  {
    by: 'niamh.corrigan',
    person: 'mika.sorensen',
    skillId: 'webauthn-mobile',
    text: 'Got passkeys working on both phone systems for the wallet.',
  },
  {
    by: 'jun.park',
    person: 'mika.sorensen',
    skillId: 'webauthn-mobile',
    text: 'Explained the attestation on old Android versions to us.',
  },
  {
    by: 'priya.nandakumar',
    person: 'mika.sorensen',
    skillId: 'webauthn-mobile',
    text: 'Carried the wallet release through its security review.',
  },
  {
    by: 'petra.lomas',
    person: 'yuki.aronsen',
    skillId: 'webauthn',
    text: 'Taught me how relying parties check what they get.',
  },
  {
    by: 'amara.rowe',
    person: 'kwame.asante',
    skillId: 'threat-modelling',
    text: 'Led the session on account takeover.',
  },
  {
    by: 'dario.conti',
    person: 'amara.rowe',
    skillId: 'threat-modelling',
    text: 'Asks the questions that everybody else forgets.',
  },
  {
    by: 'keira.silverwood',
    person: 'leila.farouk',
    skillId: 'ci-cd',
    text: 'Every template that we trust was reviewed by her.',
  },
];
