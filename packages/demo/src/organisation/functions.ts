import { DemoGroup } from './model';

/** The one group that has no parent. */
export const ROOT: DemoGroup = {
  name: 'larkhill-bank',
  title: 'Larkhill Bank',
  description: 'A fictional bank',
  type: 'organisation',
  lead: 'isla.drummond',
};

/** Groups that deliver nothing themselves, and who works there. */
export const FUNCTIONS: {
  group: DemoGroup;
  people: { displayName?: string; role: string; alsoIn?: string[] }[];
}[] = [
  {
    group: {
      name: 'appsec',
      title: 'AppSec',
      description: 'Application security: standards, reviews and help',
      type: 'function',
      lead: 'greta.halvorsen',
      parent: ROOT.name,
    },
    people: [
      { displayName: 'Greta Halvorsen', role: 'Head of application security' },
      ...Array.from({ length: 7 }, () => ({ role: 'Security engineer' })),
    ],
  },
  {
    group: {
      name: 'risk-and-control',
      title: 'Risk & Control',
      description: 'Second line: technology risk and controls',
      type: 'function',
      parent: ROOT.name,
    },
    people: Array.from({ length: 4 }, () => ({ role: 'Risk manager' })),
  },
  {
    group: {
      name: 'internal-audit',
      title: 'Internal Audit',
      description: 'Third line: independent assurance',
      type: 'function',
      parent: ROOT.name,
    },
    people: [
      { displayName: 'Edith Marlowe', role: 'Technology auditor' },
      { role: 'Auditor' },
    ],
  },
  {
    group: {
      name: 'leadership',
      title: 'Technology Leadership',
      description: 'CTO, CISO and the engineers of the release trains',
      type: 'function',
      parent: ROOT.name,
    },
    people: [
      {
        displayName: 'Isla Drummond',
        role: 'Chief technology officer',
        alsoIn: [ROOT.name],
      },
      {
        displayName: 'Tobias Fennimore',
        role: 'Chief information security officer',
        alsoIn: [ROOT.name],
      },
      {
        displayName: 'Callum Voss',
        role: 'Release train engineer, Payments & Cards',
      },
      {
        displayName: 'Ngozi Harcastle',
        role: 'Release train engineer, Channels & Identity',
      },
      {
        displayName: 'Stellan Moorhouse',
        role: 'Release train engineer, Data & Cloud',
      },
    ],
  },
];

/** Which release train the teams of a platform travel on. */
export const RELEASE_TRAINS: Record<string, string> = {
  'retail-payments': 'payments-and-cards',
  'cards-and-lending': 'payments-and-cards',
  'digital-channels': 'channels-and-identity',
  'identity-and-access': 'channels-and-identity',
  'data-and-analytics': 'data-and-cloud',
  'cloud-and-developer-platform': 'data-and-cloud',
};
