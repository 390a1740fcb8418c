import { NotificationPayload } from '@backstage/plugin-notifications-common';
import { CoverageState } from '@synchrony/backstage-plugin-champions-common';

/** A team without a champion, as a notification names it. */
export interface NoticedVacancy {
  scopeRef: string;
  title: string;
  state: CoverageState;
  since: number;
}

const LINK = '/champions';
const TOPIC = 'champions';

/** What a lead is told. Sent again it replaces itself. */
export function vacancyNotice(
  vacancies: readonly NoticedVacancy[],
): NotificationPayload {
  const [first] = vacancies;
  const common = {
    link: LINK,
    topic: TOPIC,
    scope: `champion-vacancy:${first.scopeRef}:${first.since}`,
  };
  if (vacancies.length > 1) {
    return {
      ...common,
      title: `${vacancies.length} of your teams need a security champion`,
      description:
        'They own services in production. See who has offered to help, and nominate somebody.',
    };
  }
  return first.state === 'at_risk'
    ? {
        ...common,
        title: `${first.title} may soon be without a security champion`,
        description: 'See who has offered to help, and nominate somebody.',
      }
    : {
        ...common,
        title: `${first.title} has no security champion`,
        description:
          'It owns services in production. See who has offered to help, and nominate somebody.',
      };
}
