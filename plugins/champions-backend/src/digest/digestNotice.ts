import { NotificationPayload } from '@backstage/plugin-notifications-common';
import { DESK_PATH } from '../desk/links';
import { DigestCounts, Waiting } from './types';

const TOPIC = 'champions.digest';
const PROGRAMME_PATH = '/champions';

/** What one and what several are called, in the order of the lines. */
const LINES: readonly [keyof DigestCounts, string, string][] = [
  [
    'critical',
    'critical finding that nobody has looked at',
    'critical findings that nobody has looked at',
  ],
  [
    'due',
    'finding that is overdue, or will be within 7 days',
    'findings that are overdue, or will be within 7 days',
  ],
  [
    'waivers',
    'waiver that ends within 14 days',
    'waivers that end within 14 days',
  ],
  [
    'questions',
    'question that waits for your answer',
    'questions that wait for your answer',
  ],
  [
    'confirmations',
    'post that ends unless you confirm it',
    'posts that end unless you confirm them',
  ],
  [
    'nominations',
    'nomination that waits for your answer',
    'nominations that wait for your answer',
  ],
  [
    'quiet',
    'component without recent evidence',
    'components without recent evidence',
  ],
  [
    'vacancies',
    'team without a champion, or soon without one',
    'teams without a champion, or soon without one',
  ],
];

/**
 * One notification of all that waits for somebody: how much, never what;
 * undefined where nothing does. A newer one takes the place of an older.
 */
export function digestNotice(
  waiting: Waiting,
): NotificationPayload | undefined {
  const lines = LINES.flatMap(([kind, one, several]) => {
    const count = waiting[kind];
    return count === 0 ? [] : [`${count} ${count === 1 ? one : several}`];
  });
  if (lines.length === 0) {
    return undefined;
  }
  const isOnDesk = LINES.some(
    ([kind]) => kind !== 'vacancies' && waiting[kind] > 0,
  );
  const isPressing = waiting.critical + waiting.due + waiting.confirmations > 0;
  return {
    title: isOnDesk
      ? 'What waits for you on your desk'
      : 'Teams that need a security champion',
    description: [
      ...lines,
      ...(waiting.isPartial
        ? ['Findings are not counted: their source does not answer']
        : []),
    ].join('\n'),
    link: isOnDesk ? DESK_PATH : PROGRAMME_PATH,
    severity: isPressing ? 'normal' : 'low',
    topic: TOPIC,
    scope: 'champions:digest',
  };
}
