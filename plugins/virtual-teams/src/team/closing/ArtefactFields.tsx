import { Button, TextField } from '@backstage/ui';
import { TeamChannel } from '@synchrony/backstage-plugin-virtual-teams-common';
import styles from '../team.module.css';

/** Whether each artefact has both or neither, which leaves it out. */
export function areComplete(artefacts: TeamChannel[]): boolean {
  return artefacts.every(({ title, url }) => Boolean(title) === Boolean(url));
}

/** Names and addresses of what was made. */
export function ArtefactFields(props: {
  artefacts: TeamChannel[];
  onChange: (artefacts: TeamChannel[]) => void;
}) {
  const { artefacts, onChange } = props;
  const set = (place: number, change: Partial<TeamChannel>) =>
    onChange(
      artefacts.map((each, index) =>
        index === place ? { ...each, ...change } : each,
      ),
    );
  return (
    <>
      {artefacts.map((artefact, place) => (
        <div key={place} className={styles.row}>
          <TextField
            label={`Name of artefact ${place + 1}`}
            value={artefact.title}
            onChange={title => set(place, { title })}
          />
          <TextField
            label={`Address of artefact ${place + 1}`}
            type="url"
            value={artefact.url}
            onChange={url => set(place, { url })}
          />
          <Button
            size="small"
            variant="tertiary"
            aria-label={`Remove artefact ${place + 1}`}
            onPress={() =>
              onChange(artefacts.filter((_, index) => index !== place))
            }
          >
            Remove
          </Button>
        </div>
      ))}
      {!areComplete(artefacts) && (
        <p role="status">
          Give each artefact a name and an address, or remove it.
        </p>
      )}
      <Button
        size="small"
        variant="tertiary"
        onPress={() => onChange([...artefacts, { title: '', url: '' }])}
      >
        Add what was made
      </Button>
    </>
  );
}
