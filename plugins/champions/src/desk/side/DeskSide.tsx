import { Desk } from '@synchrony/backstage-plugin-champions-common';
import { useState } from 'react';
import { useMyChampionship, useToAgree } from '../../api';
import { BriefCard } from '../brief';
import { CalendarCard } from './CalendarCard';
import { InvitationsCard } from './InvitationsCard';
import { NextDatesCard } from './NextDatesCard';
import { QuestionsCard } from './QuestionsCard';
import { ScopesCard } from './ScopesCard';
import styles from '../desk.module.css';

/** What the reader has agreed to, is asked, and comes next. */
export function DeskSide(props: {
  desk: Desk | undefined;
  /** Called with what happened, in words. */
  onChanged: (words: string) => void;
}) {
  const { desk } = props;
  const me = useMyChampionship();
  const toAgree = useToAgree();
  const [round, setRound] = useState(0);
  const onChanged = (words: string) => {
    me.reload();
    toAgree.reload();
    setRound(before => before + 1);
    props.onChanged(words);
  };
  const briefed = (desk?.scopes ?? [])
    .filter(({ assignment }) => assignment.status === 'active')
    .map(({ assignment }) => assignment.scopeRef);
  const isChampion = desk !== undefined && desk.scopes.length > 0;
  return (
    <aside className={styles.side} aria-label="About you">
      <InvitationsCard me={me} toAgree={toAgree} onChanged={onChanged} />
      {isChampion && <ScopesCard scopes={desk.scopes} onChanged={onChanged} />}
      {desk && briefed.length > 0 && (
        <BriefCard scopeRefs={briefed} month={desk.asOf.slice(0, 7)} />
      )}
      <QuestionsCard key={round} onChanged={onChanged} />
      {isChampion && <NextDatesCard scopes={desk.scopes} />}
      <CalendarCard />
    </aside>
  );
}
