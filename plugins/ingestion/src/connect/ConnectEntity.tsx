import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ConnectPipeline } from '@synchrony/ui';
import { ingestionRouteRef } from '../routes';

/** What to put into the pipeline of a component, with the way to its token. */
export function ConnectEntity({ entityRef }: { entityRef: string }) {
  const page = useRouteRef(ingestionRouteRef)?.();
  return (
    <ConnectPipeline
      entityRef={entityRef}
      tokensHref={
        page &&
        `${page}/tokens?${new URLSearchParams({ entity: entityRef, mint: '' })}`
      }
    />
  );
}
