import { Button, VisuallyHidden } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { CopyState, useCopy } from './useCopy';
import styles from './CopyableCode.module.css';

/** @public */
export interface CopyableCodeProps {
  code: string;
  /** What the code is, e.g. `curl command`. */
  label: string;
}

const WORDS: Record<CopyState, string> = {
  idle: 'Copy',
  copied: 'Copied',
  failed: 'Select and copy',
};

/**
 * Code to take along: a button copies it and says "Copied".
 *
 * @public
 */
export function CopyableCode(props: CopyableCodeProps) {
  const { code, label } = props;
  const { state, copy } = useCopy(code);
  return (
    <div className={styles.box} role="group" aria-label={label}>
      <pre className={styles.code}>{code}</pre>
      <div className={styles.button}>
        <Button
          size="small"
          variant="secondary"
          iconStart={state === 'copied' ? <RiCheckLine /> : <RiFileCopyLine />}
          onPress={copy}
        >
          {WORDS[state]}
          <VisuallyHidden> {label}</VisuallyHidden>
        </Button>
      </div>
      <VisuallyHidden role="status">
        {state === 'idle' ? '' : `${WORDS[state]}: ${label}`}
      </VisuallyHidden>
    </div>
  );
}
