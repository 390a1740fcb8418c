import { Button, Container, VisuallyHidden } from '@backstage/ui';
import { Desk } from '@synchrony/backstage-plugin-champions-common';
import { formatCount, formatTimeOfDay, LivePanel } from '@synchrony/ui';
import { useState } from 'react';
import { useDesk } from '../api';
import { ChampionsForbidden } from '../entity/ChampionsForbidden';
import { BriefEditor } from './brief';
import { Counters } from './Counters';
import { DeskLists } from './DeskLists';
import { NotChampion } from './NotChampion';
import { URGENCY_WORDS } from './sections';
import { DeskSide } from './side';
import { useDeskAddress } from './useDeskAddress';
import styles from './desk.module.css';

function Lead({ desk }: { desk: Desk }) {
  const { asOf, items, sections } = desk;
  const isMore = sections.some(({ isLowerBound }) => isLowerBound);
  const isPartial = sections.some(({ state }) => state !== 'complete');
  return (
    <p className={styles.lead}>
      {isMore && 'At least '}
      {formatCount(items.length, 'thing')}{' '}
      {items.length === 1 ? 'needs' : 'need'} you · exploited first, then what
      runs out first · as of {formatTimeOfDay(asOf)}
      {isPartial && ' · not everything could be looked at'}
    </p>
  );
}

function Work({ desk }: { desk: Desk }) {
  const { section, showAll, showSection, urgency } = useDeskAddress();
  if (desk.scopes.length === 0 && desk.items.length === 0) {
    return <NotChampion />;
  }
  return (
    <>
      <Lead desk={desk} />
      <Counters
        sections={desk.sections}
        chosen={section}
        onChoose={showSection}
      />
      {urgency && (
        <p className={styles.buttons}>
          Only what is due: {URGENCY_WORDS[urgency].title}
          <Button size="small" variant="tertiary" onPress={showAll}>
            Show all
          </Button>
        </p>
      )}
      <DeskLists desk={desk} chosen={section} urgency={urgency} />
    </>
  );
}

function WholeDesk() {
  const live = useDesk();
  const [said, setSaid] = useState('');
  const onChanged = (words: string) => {
    setSaid(words);
    live.reload();
  };
  return (
    <div className={styles.page}>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <div className={styles.main}>
        <LivePanel
          live={live}
          subject="Desk"
          height={480}
          forbidden={<ChampionsForbidden />}
        >
          {desk => <Work desk={desk} />}
        </LivePanel>
      </div>
      <DeskSide desk={live.value} onChanged={onChanged} />
    </div>
  );
}

/** What needs a champion, most urgent first, or the brief that the address names. */
export function DeskPage() {
  const { brief } = useDeskAddress();
  return (
    <main>
      <Container>
        {brief ? (
          <BriefEditor
            key={`${brief.scopeRef} ${brief.month}`}
            scopeRef={brief.scopeRef}
            month={brief.month}
          />
        ) : (
          <WholeDesk />
        )}
      </Container>
    </main>
  );
}
