import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { Question } from '@synchrony/backstage-plugin-champions-common';
import {
  isForbidden,
  OwnerChip,
  PanelPartial,
  useRequest,
} from '@synchrony/ui';
import { championsApiRef, useQuestions } from '../../api';
import { ProblemNote } from '../dialogs';
import styles from '../desk.module.css';

function Asked(props: { question: Question; onChanged: () => void }) {
  const { onChanged, question } = props;
  const { answer, id, routedTo, status, text, version } = question;
  const api = useApi(championsApiRef);
  const { isBusy, problem, send } = useRequest();
  return (
    <li className={styles.stack}>
      <p className={styles.text}>{text}</p>
      {answer && <p className={styles.text}>Answer: {answer}</p>}
      {status === 'withdrawn' && <p className={styles.sub}>Taken back</p>}
      {status === 'open' && (
        <div className={styles.buttons}>
          <span className={styles.sub}>
            waits for <OwnerChip entityRef={routedTo} />
          </span>
          <Button
            size="small"
            variant="tertiary"
            isPending={isBusy}
            onPress={() =>
              send(async () => {
                await api.withdrawQuestion(id, version);
                onChanged();
              })
            }
          >
            Take back
          </Button>
        </div>
      )}
      <ProblemNote problem={problem} onReload={onChanged} />
    </li>
  );
}

/** What the reader asked; nothing where that is nothing. */
export function AskedQuestions() {
  const live = useQuestions('asked', undefined);
  const items = live.value?.items ?? [];
  if (live.error && !isForbidden(live.error)) {
    return <PanelPartial>What you asked could not be read.</PanelPartial>;
  }
  if (items.length === 0) {
    return null;
  }
  return (
    <>
      <h3 className={styles.small}>You asked</h3>
      <ul className={styles.list}>
        {items.map(question => (
          <Asked
            key={question.id}
            question={question}
            onChanged={live.reload}
          />
        ))}
      </ul>
    </>
  );
}
