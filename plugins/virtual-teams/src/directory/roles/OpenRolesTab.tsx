import { LivePanel, PanelEmpty } from '@synchrony/ui';
import { useOpenRoles } from '../../api';
import { DirectoryTab } from '../DirectoryTab';
import { ShowMore } from '../parts';
import { TeamsForbidden } from '../TeamsForbidden';
import { OpenRolesList } from './OpenRolesList';
import styles from '../directory.module.css';

/** All seats that teams and people are looking for, newest first. */
export function OpenRolesTab() {
  const live = useOpenRoles({});
  return (
    <DirectoryTab>
      <section className={styles.card} aria-labelledby="open-roles">
        <h2 id="open-roles">Open roles</h2>
        <p className={styles.sub}>
          Newest first. Asking is no commitment: you agree on a share of time
          with who decides.
        </p>
        <LivePanel
          live={live}
          subject="Open roles"
          height={360}
          forbidden={<TeamsForbidden what="open roles" />}
        >
          {({ items, pageInfo, totalItems }) =>
            items.length === 0 ? (
              <PanelEmpty title="Nobody is looking for help">
                “Post a need” says what you are looking for.
              </PanelEmpty>
            ) : (
              <>
                <OpenRolesList roles={items} onChanged={live.reload} />
                <ShowMore
                  shown={items.length}
                  total={totalItems}
                  noun="open role"
                  hasMore={pageInfo.nextCursor !== undefined}
                  isLoading={live.isLoading}
                  onMore={live.showMore}
                />
              </>
            )
          }
        </LivePanel>
      </section>
    </DirectoryTab>
  );
}
