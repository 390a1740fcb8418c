import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogHeader,
  TextAreaField,
} from '@backstage/ui';
import { Question } from '@synchrony/backstage-plugin-champions-common';
import { FormEvent, useState } from 'react';
import { useRequest } from '@synchrony/ui';
import { championsApiRef } from '../../api';
import { ProblemNote } from './ProblemNote';
import styles from './dialogs.module.css';

const LONGEST_ANSWER = 4000;

/** Answers a question that was routed to the reader. */
export function AnswerDialog(props: {
  question: Question;
  onClose: () => void;
  onDone: () => void;
}) {
  const { onClose, onDone, question } = props;
  const api = useApi(championsApiRef);
  const [answer, setAnswer] = useState('');
  const { isBusy, problem, send } = useRequest();
  const canSend = answer.trim() !== '' && !isBusy;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canSend) {
      send(async () => {
        await api.answerQuestion(question.id, answer.trim(), question.version);
        onDone();
      });
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
      <DialogHeader>Answer</DialogHeader>
      <DialogBody>
        <form className={styles.form} aria-label="Answer" onSubmit={submit}>
          <p className={styles.quote}>{question.text}</p>
          <TextAreaField
            label="Your answer"
            rows={5}
            maxLength={LONGEST_ANSWER}
            value={answer}
            onChange={setAnswer}
          />
          <ProblemNote problem={problem} onReload={onDone} />
          <div className={styles.buttons}>
            <Button
              type="submit"
              size="small"
              variant="primary"
              isDisabled={!canSend}
            >
              Send answer
            </Button>
            <Button size="small" variant="tertiary" onPress={onClose}>
              Cancel
            </Button>
          </div>
        </form>
      </DialogBody>
    </Dialog>
  );
}
