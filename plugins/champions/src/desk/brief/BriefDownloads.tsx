import { parseEntityRef } from '@backstage/catalog-model';
import { Button, VisuallyHidden } from '@backstage/ui';
import { RiDownloadLine, RiFileCopyLine } from '@remixicon/react';
import { CopyState, saveFile, useCopy } from '@synchrony/ui';

const COPY_WORDS: Record<CopyState, string> = {
  idle: 'Copy Markdown',
  copied: 'Copied',
  failed: 'Not copied: select it in the brief',
};

/** Takes a brief along as Markdown. */
export function BriefDownloads(props: {
  scopeRef: string;
  month: string;
  text: string;
}) {
  const { month, scopeRef, text } = props;
  const { copy, state } = useCopy(text);
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiFileCopyLine />}
        onPress={copy}
      >
        {COPY_WORDS[state]}
      </Button>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiDownloadLine />}
        onPress={() =>
          saveFile(
            `brief-${parseEntityRef(scopeRef).name}-${month}.md`,
            new Blob([text], { type: 'text/markdown' }),
          )
        }
      >
        Download .md
      </Button>
      <VisuallyHidden role="status">
        {state === 'idle' ? '' : COPY_WORDS[state]}
      </VisuallyHidden>
    </>
  );
}
