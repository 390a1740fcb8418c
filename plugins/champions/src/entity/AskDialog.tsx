import { useApi } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogHeader,
  TextAreaField,
} from '@backstage/ui';
import { Question } from '@synchrony/backstage-plugin-champions-common';
import { AskChampionSubject, OwnerChip, useRequest } from '@synchrony/ui';
import { FormEvent, useState } from 'react';
import { championsApiRef } from '../api';
import styles from './entity.module.css';

const LONGEST_TEXT = 2000;

function About(props: { entityRef: string; subject?: AskChampionSubject }) {
  const { entityRef, subject } = props;
  return (
    <p>
      {subject && `About the ${subject.kind} “${subject.title}” of `}
      {!subject && 'About '}
      <EntityDisplayName entityRef={entityRef} hideIcon />. It goes to the
      champion who knows this area best; where there is none, to those who run
      the programme.
    </p>
  );
}

function Sent(props: { question: Question; onClose: () => void }) {
  const { question, onClose } = props;
  return (
    <div className={styles.form}>
      <div role="status">
        <p>
          Sent to <OwnerChip entityRef={question.routedTo} />
        </p>
        <p className={styles.quiet}>
          Why: {question.routedBecause}. The answer appears on your desk.
        </p>
      </div>
      <div className={styles.buttons}>
        <Button size="small" variant="primary" onPress={onClose}>
          Done
        </Button>
      </div>
    </div>
  );
}

/** Asks a champion, and says to whom the question went and why. */
export function AskDialog(props: {
  entityRef: string;
  subject?: AskChampionSubject;
  onClose: () => void;
}) {
  const { entityRef, onClose, subject } = props;
  const api = useApi(championsApiRef);
  const [text, setText] = useState('');
  const [question, setQuestion] = useState<Question>();
  const { isBusy, problem, send } = useRequest();
  const isComplete = text.trim() !== '';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isComplete && !isBusy) {
      send(async () =>
        setQuestion(
          await api.ask({
            entityRef,
            text: text.trim(),
            subject: subject
              ? { kind: subject.kind, id: subject.id, area: subject.area }
              : { kind: 'entity' },
          }),
        ),
      );
    }
  };

  return (
    <Dialog
      isOpen
      width={560}
      onOpenChange={isOpen => {
        if (!isOpen) {
          onClose();
        }
      }}
    >
      <DialogHeader>Ask a champion</DialogHeader>
      <DialogBody>
        {question ? (
          <Sent question={question} onClose={onClose} />
        ) : (
          <form
            className={styles.form}
            aria-label="Ask a champion"
            onSubmit={submit}
          >
            <About entityRef={entityRef} subject={subject} />
            <TextAreaField
              label="Your question"
              rows={4}
              maxLength={LONGEST_TEXT}
              value={text}
              onChange={setText}
            />
            {problem && (
              <p className={styles.problem} role="alert">
                Not sent: {problem.message}
              </p>
            )}
            <div className={styles.buttons}>
              <Button
                type="submit"
                size="small"
                variant="primary"
                isDisabled={!isComplete || isBusy}
              >
                Send
              </Button>
              <Button size="small" variant="tertiary" onPress={onClose}>
                Cancel
              </Button>
            </div>
          </form>
        )}
      </DialogBody>
    </Dialog>
  );
}
