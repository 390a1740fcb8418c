import { Button } from '@backstage/ui';
import { PanelEmpty } from '@synchrony/ui';

/** The filter leaves nothing, which says nothing about the rest. */
export function NothingMatches(props: { onClear(): void }) {
  return (
    <PanelEmpty
      title="No finding matches this filter"
      action={
        <Button variant="secondary" size="small" onPress={props.onClear}>
          Clear filters
        </Button>
      }
    >
      There may be others; the filter hides them.
    </PanelEmpty>
  );
}
