import { Button } from '@backstage/ui';
import { LiveData } from '@synchrony/ui';

/** The way to more rows, where there are any. */
export function MoreRows(props: {
  of: string;
  live: LiveData<{ pageInfo: { nextCursor?: string } }> & {
    showMore: () => void;
  };
}) {
  const { live, of } = props;
  return live.value?.pageInfo.nextCursor ? (
    <div>
      <Button
        size="small"
        variant="secondary"
        isPending={live.isLoading}
        aria-label={`Show more ${of}`}
        onPress={live.showMore}
      >
        Show more
      </Button>
    </div>
  ) : null;
}
