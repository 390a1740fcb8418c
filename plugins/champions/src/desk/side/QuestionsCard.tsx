import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import { Question } from '@synchrony/backstage-plugin-champions-common';
import { LivePanel, PersonChip, RelativeTime } from '@synchrony/ui';
import { useState } from 'react';
import { useQuestions } from '../../api';
import { ChampionsForbidden } from '../../entity/ChampionsForbidden';
import { AnswerDialog } from '../dialogs';
import { AskedQuestions } from './AskedQuestions';
import { SideCard } from './SideCard';
import styles from '../desk.module.css';

function ToAnswer(props: { question: Question; onAnswer: () => void }) {
  const { onAnswer, question } = props;
  const { askedAt, askedBy, entityRef, routedBecause, text } = question;
  return (
    <li className={styles.stack}>
      <p className={styles.text}>{text}</p>
      <p className={styles.sub}>
        <EntityRefLink entityRef={entityRef} hideIcon />
        {askedBy && (
          <>
            {' '}
            · <PersonChip entityRef={askedBy} />
          </>
        )}{' '}
        · <RelativeTime at={askedAt} /> · to you: {routedBecause}
      </p>
      <div>
        <Button size="small" variant="secondary" onPress={onAnswer}>
          Answer
        </Button>
      </div>
    </li>
  );
}

/** Questions that wait for the reader's answer, and those the reader asked. */
export function QuestionsCard(props: { onChanged: (words: string) => void }) {
  const [cursor, setCursor] = useState<string>();
  const [answered, setAnswered] = useState<Question>();
  const live = useQuestions('routed', cursor);
  return (
    <SideCard title="Questions">
      <LivePanel
        live={live}
        subject="Questions"
        height={60}
        forbidden={<ChampionsForbidden />}
      >
        {({ items, pageInfo }) => {
          const open = items.filter(({ status }) => status === 'open');
          return (
            <>
              {open.length === 0 && <p>No question waits for you.</p>}
              <ul className={styles.list}>
                {open.map(question => (
                  <ToAnswer
                    key={question.id}
                    question={question}
                    onAnswer={() => setAnswered(question)}
                  />
                ))}
              </ul>
              {pageInfo.nextCursor && (
                <Button
                  size="small"
                  variant="tertiary"
                  onPress={() => setCursor(pageInfo.nextCursor)}
                >
                  Older questions
                </Button>
              )}
            </>
          );
        }}
      </LivePanel>
      {answered && (
        <AnswerDialog
          question={answered}
          onClose={() => setAnswered(undefined)}
          onDone={() => {
            setAnswered(undefined);
            props.onChanged('The answer is sent.');
          }}
        />
      )}
      <AskedQuestions />
    </SideCard>
  );
}
