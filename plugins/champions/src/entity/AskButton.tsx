import { Button } from '@backstage/ui';
import { RiQuestionAnswerLine } from '@remixicon/react';
import { AskChampionSubject } from '@synchrony/ui';
import { useState } from 'react';
import { AskDialog } from './AskDialog';

/** Asks the champion of an entity, about a finding or check where one is given. */
export function AskButton(props: {
  entityRef: string;
  subject?: AskChampionSubject;
}) {
  const { entityRef, subject } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiQuestionAnswerLine />}
        onPress={() => setOpen(true)}
      >
        Ask a champion
      </Button>
      {isOpen && (
        <AskDialog
          entityRef={entityRef}
          subject={subject}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
