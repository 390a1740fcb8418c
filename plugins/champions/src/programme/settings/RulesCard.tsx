import {
  DigestSettings,
  ProgrammeSettings,
} from '@synchrony/backstage-plugin-champions-common';
import { formatCount, OwnerChip } from '@synchrony/ui';
import { weekdayWords } from '../../words';
import styles from '../programme.module.css';

function digestWords(digest: DigestSettings): string {
  const { every, hour, timeZone, weekday } = digest;
  if (every === 'off') {
    return 'none; people are told one by one of what has a day';
  }
  const day = every === 'daily' ? 'day' : weekdayWords(weekday);
  return `every ${day} from ${hour}:00 (${timeZone})`;
}

/** The numbers by which the programme runs. */
export function RulesCard(props: { settings: ProgrammeSettings }) {
  const { settings } = props;
  const levelTitle = (level: number) =>
    settings.levels.find(each => each.level === level)?.title;
  return (
    <section className={styles.card} aria-labelledby="rules">
      <h2 id="rules">Rules</h2>
      <dl className={styles.facts}>
        <dt>To be covered</dt>
        <dd>
          groups of type {settings.mustCover.groupTypes.join(', ')} that own
          something in production
        </dd>
        <dt>Working time</dt>
        <dd>
          {settings.capacity.defaultPct} % is proposed,{' '}
          {settings.capacity.maxPct} % is the most
        </dd>
        <dt>Aim</dt>
        <dd>
          one champion for {settings.developersPerChampion} developers, at most{' '}
          {formatCount(settings.maxScopes, 'team')} for one person
        </dd>
        <dt>A nomination ends</dt>
        <dd>after {formatCount(settings.nominationDays, 'day')}</dd>
        <dt>Confirmed again</dt>
        <dd>
          every {formatCount(settings.confirmationDays, 'day')}; lapsed for{' '}
          {formatCount(settings.lapsedDays, 'day')}, it ends
        </dd>
        <dt>Active from</dt>
        <dd>
          level {settings.activeFromLevel}
          {levelTitle(settings.activeFromLevel) &&
            `, ${levelTitle(settings.activeFromLevel)}`}
        </dd>
        <dt>Levels</dt>
        <dd>
          {settings.levels
            .map(({ level, title }) => `${level} ${title}`)
            .join(' · ')}
        </dd>
        <dt>Declared in the catalog</dt>
        <dd>
          {settings.trustCatalogChampions
            ? 'counts at once'
            : 'counts after the person accepts'}
        </dd>
        <dt>Digest of what waits</dt>
        <dd>{digestWords(settings.digest)}</dd>
        <dt>Captains</dt>
        <dd>
          <OwnerChip entityRef={settings.captains} />
        </dd>
      </dl>
    </section>
  );
}
