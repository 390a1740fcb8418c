import { Button, Dialog, DialogBody, DialogHeader } from '@backstage/ui';
import { useRequest } from '@synchrony/ui';
import { FormEvent, ReactNode } from 'react';
import styles from './parts.module.css';

/** Asks for something and sends it; stays open, with the reason, when it fails. */
export function FormDialog(props: {
  title: string;
  submit: string;
  isComplete?: boolean;
  isDestructive?: boolean;
  /** What is sent; the dialog closes after it. */
  onSubmit: () => Promise<unknown>;
  onDone: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const { isComplete = true, onClose, title } = props;
  const { isBusy, problem, send } = useRequest();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isComplete && !isBusy) {
      send(async () => {
        await props.onSubmit();
        props.onDone();
        onClose();
      });
    }
  };
  return (
    <Dialog isOpen width={600} onOpenChange={isOpen => !isOpen && onClose()}>
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <form className={styles.form} aria-label={title} onSubmit={submit}>
          {props.children}
          {problem && (
            <p className={styles.problem} role="alert">
              Not done: {problem.message}
            </p>
          )}
          <div className={styles.row}>
            <Button
              type="submit"
              size="small"
              variant="primary"
              destructive={props.isDestructive}
              isDisabled={!isComplete || isBusy}
            >
              {props.submit}
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
