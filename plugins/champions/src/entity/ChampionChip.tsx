import { ChampionContact } from '@synchrony/backstage-plugin-champions-common';
import { PersonChip } from '@synchrony/ui';
import { useProgrammeSettings } from '../api';
import { dayWords, ROLE_WORDS } from '../words';
import styles from './entity.module.css';

function specialismWords(
  ids: string[],
  known: { id: string; title: string }[],
): string[] {
  return ids.map(id => known.find(each => each.id === id)?.title ?? id);
}

/** A champion or deputy: who, in what role, strong in what, and since when. */
export function ChampionChip(props: { contact: ChampionContact }) {
  const { endsAt, role, since, specialisms, userRef } = props.contact;
  const settings = useProgrammeSettings().value?.settings;
  const words = [
    ROLE_WORDS[role],
    ...specialismWords(specialisms, settings?.specialisms ?? []),
    ...(since ? [`since ${dayWords(since)}`] : []),
    ...(endsAt ? [`until ${dayWords(endsAt)}`] : []),
  ];
  return (
    <span className={styles.chip}>
      <PersonChip entityRef={userRef} />
      <span className={styles.details}>{words.join(' · ')}</span>
    </span>
  );
}
